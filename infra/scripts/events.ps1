# Subscribes the function app to new reports. Run after every first deployment of code; again does no harm.
# azd sets the four variables from the outputs of main.bicep.
$ErrorActionPreference = 'Stop'
foreach ($name in 'AZURE_RESOURCE_GROUP', 'FUNCTION_APP_NAME', 'SYSTEM_TOPIC_NAME', 'HOST_ACCOUNT_NAME') {
  if (-not [Environment]::GetEnvironmentVariable($name)) { throw "${name} is not set: see the outputs of infra/main.bicep" }
}
$template = Join-Path $PSScriptRoot '..' 'events.bicep'

# The key of the webhook comes into being when the host starts with the code. Only its length is asked for: the template fetches it itself.
for ($attempt = 1; ; $attempt++) {
  $length = az functionapp keys list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:FUNCTION_APP_NAME `
    --query "length(systemKeys.blobs_extension || '')" --output tsv 2>$null
  if ([int]$length -gt 0) { break }
  if ($attempt -ge 30) {
    throw "The function app $env:FUNCTION_APP_NAME has no key for blob events after ten minutes: its host does not start. Look at its log stream for a setting that is missing."
  }
  Write-Host "Waiting for the host of $env:FUNCTION_APP_NAME ($attempt of 30) ..."
  Start-Sleep -Seconds 20
}

az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name dtpipeline-events --template-file $template --output none `
  --parameters functionAppName=$env:FUNCTION_APP_NAME systemTopicName=$env:SYSTEM_TOPIC_NAME hostAccountName=$env:HOST_ACCOUNT_NAME
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Write-Host "New reports are announced to $env:FUNCTION_APP_NAME."
