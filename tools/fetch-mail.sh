#!/bin/sh
# Brings what is new in the registrar's mailbox into the Maildir $MAILDIR, once a minute. Nothing is changed or removed at the server.
# Needs mbsync (package isync) and MAIL_SERVER, MAIL_USER and MAIL_PASSWORD.
set -eu
MAILDIR=${MAILDIR:-/mail/registrator}

[ -n "${MAIL_SERVER:-}" ] || { echo "No mailbox is given: set MAIL_SERVER, MAIL_USER and MAIL_PASSWORD."; exec sleep infinity; }
command -v mbsync >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends isync ca-certificates; }

settings=$(mktemp)
cat >"$settings" <<END
IMAPStore server
Host $MAIL_SERVER
User $MAIL_USER
PassCmd "printf %s \"\$MAIL_PASSWORD\""
SSLType IMAPS

MaildirStore here
Inbox $MAILDIR
SubFolders Verbatim

Channel registrator
Far :server:INBOX
Near :here:INBOX
Create Near
Expunge None
Sync Pull New
SyncState $MAILDIR.state
END

mkdir -p "$(dirname "$MAILDIR")"
while true; do
  mbsync --config "$settings" registrator || echo "The mailbox could not be fetched; trying again."
  chmod -R a+rX "$MAILDIR" 2>/dev/null || true
  sleep 60
done
