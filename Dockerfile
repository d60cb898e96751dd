ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk
ARG SDK_TAG=10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet
ARG RUNTIME_TAG=10.0

FROM ${SDK_IMAGE}:${SDK_TAG} AS build
WORKDIR /source

# The packages are a layer of their own, which stays cached until a project or a lock file changes.
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY src/CostApi.Core/CostApi.Core.csproj src/CostApi.Core/packages.lock.json src/CostApi.Core/
COPY src/CostApi/CostApi.csproj src/CostApi/packages.lock.json src/CostApi/
RUN dotnet restore src/CostApi/CostApi.csproj --locked-mode

COPY .editorconfig ./
COPY pricing-data/ pricing-data/
COPY src/ src/
RUN dotnet publish src/CostApi/CostApi.csproj --configuration Release --no-restore --output /app -p:UseAppHost=false

FROM ${RUNTIME_IMAGE}:${RUNTIME_TAG}
ARG VERSION=1.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="CostApi" \
      org.opencontainers.image.description="Prices AWS VPC layouts and compares them." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

WORKDIR /app
COPY --from=build /app ./

ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080

# Where accepted prices are kept if Prices__DataDirectory says so; a volume mounted here takes over the owner.
RUN install --directory --owner="$APP_UID" /data

# The base image defines this user.
USER $APP_UID

# The base image has no HTTP client, so the program asks itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \
    CMD ["dotnet", "CostApi.dll", "healthcheck"]
ENTRYPOINT ["dotnet", "CostApi.dll"]
