# The program with what it calls upon: Chromium prints, poppler reads PDF, tesseract reads scans, the PostgreSQL client backs up.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src src
RUN dotnet restore src/Kunskapsstyrning.Web --locked-mode -r linux-x64 -p:PublishReadyToRun=true
RUN dotnet publish src/Kunskapsstyrning.Web --no-restore -c Release -r linux-x64 --no-self-contained -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime

# Debian and not the runtime's own image, whose distribution has Chromium as a snap only.
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates chromium curl fonts-liberation libicu72 libssl3 poppler-utils postgresql-client-15 tesseract-ocr tesseract-ocr-swe tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home kunskapsstyrning
COPY --from=runtime /usr/share/dotnet /usr/share/dotnet
COPY --from=build /app /app
ENV PATH=$PATH:/usr/share/dotnet ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_HTTP_PORTS=8080 TZ=Europe/Stockholm
WORKDIR /app
USER kunskapsstyrning
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://localhost:8080/halsa/live"]
ENTRYPOINT ["dotnet", "Kunskapsstyrning.Web.dll"]
