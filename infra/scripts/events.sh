#!/bin/sh
# Subscribes the function app to new reports. Run after every first deployment of code; again does no harm.
# azd sets the four variables from the outputs of main.bicep, deploy.sh does the same.
set -eu
: "${AZURE_RESOURCE_GROUP:?is not set: see the outputs of infra/main.bicep}"
: "${FUNCTION_APP_NAME:?is not set: see the outputs of infra/main.bicep}"
: "${SYSTEM_TOPIC_NAME:?is not set: see the outputs of infra/main.bicep}"
: "${HOST_ACCOUNT_NAME:?is not set: see the outputs of infra/main.bicep}"
template=$(dirname "$0")/../events.bicep

# The key of the webhook comes into being when the host starts with the code. Only its length is asked for: the template fetches it itself.
attempt=1
until [ "$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" \
  --query "length(systemKeys.blobs_extension || '')" --output tsv 2>/dev/null || echo 0)" -gt 0 ]; do
  if [ "$attempt" -ge 30 ]; then
    echo "The function app $FUNCTION_APP_NAME has no key for blob events after ten minutes: its host does not start. Look at its log stream for a setting that is missing." >&2
    exit 1
  fi
  echo "Waiting for the host of $FUNCTION_APP_NAME ($attempt of 30) ..."
  attempt=$((attempt + 1))
  sleep 20
done

az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name dtpipeline-events --template-file "$template" --output none \
  --parameters functionAppName="$FUNCTION_APP_NAME" systemTopicName="$SYSTEM_TOPIC_NAME" hostAccountName="$HOST_ACCOUNT_NAME"
echo "New reports are announced to $FUNCTION_APP_NAME."
