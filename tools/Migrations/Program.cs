// Exists so that `dotnet ef migrations add` has something to start from.
return 0;
