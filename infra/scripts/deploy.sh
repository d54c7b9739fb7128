#!/bin/sh
# deploy.sh dev|prod: resources, code, event subscription, without azd. Needs az (logged in), dotnet, zip and jq.
set -eu
environment=${1:?"say which environment: deploy.sh dev|prod"}
cd "$(dirname "$0")/../.."
parameters=infra/$environment.bicepparam
[ -f "$parameters" ] || { echo "There is no $parameters." >&2; exit 1; }
location=$(sed -n "s/^param location = '\(.*\)'/\1/p" "$parameters")

az deployment sub create --name "dtpipeline-$environment" --location "$location" --parameters "$parameters" --output none
outputs=$(az deployment sub show --name "dtpipeline-$environment" --query properties.outputs --output json |
  jq -r 'to_entries[] | "\(.key | ascii_upcase)=\(.value.value)"')
for output in $outputs; do
  export "${output?}"
done

rm -rf artifacts/app artifacts/app.zip
dotnet publish src/DtPipeline.Functions --configuration Release --output artifacts/app
(cd artifacts/app && zip --quiet --recurse-paths ../app.zip .)
az functionapp deployment source config-zip --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" --src artifacts/app.zip --output none
infra/scripts/events.sh
