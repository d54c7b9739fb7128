#!/bin/sh
# signin.sh [address ...]: registers the function app in Entra so that people can sign in, at its own address and at those given
# (https://bao-cao.example.gov.vn), with the roles that they have here, and assigns the groups that were deployed to them. Again does no harm.
# Needs az, logged in as somebody who may register applications and, for the groups, assign them (Entra ID P1).
set -eu
: "${AZURE_RESOURCE_GROUP:?is not set: see the outputs of infra/main.bicep}"
: "${FUNCTION_APP_NAME:?is not set: see the outputs of infra/main.bicep}"
name="DtPipeline ($FUNCTION_APP_NAME)"

host=$(az functionapp show --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" --query defaultHostName --output tsv)
identity=$(az functionapp identity show --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" \
  --query "values(userAssignedIdentities)[0].principalId" --output tsv)
tenant=$(az account show --query tenantId --output tsv)

set -- "https://$host" "$@"
for address in "$@"; do
  set -- "$@" "${address%/}/.auth/login/aad/callback"
  shift
done

client=$(az ad app list --filter "displayName eq '$name'" --query "[0].appId" --output tsv)
if [ -z "$client" ]; then
  client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --query appId --output tsv)
fi
az ad app update --id "$client" --enable-id-token-issuance true --web-redirect-uris "$@" --output none
az ad sp show --id "$client" --output none 2>/dev/null || az ad sp create --id "$client" --output none

# What people are, by app role or by group. Of groups a token names those alone that are assigned to the application: of all of them it holds 200.
secretariat=7d0c1a52-6f0e-4c3b-9a51-2f6c0b1d7e01
reporter=7d0c1a52-6f0e-4c3b-9a51-2f6c0b1d7e02
viewer=7d0c1a52-6f0e-4c3b-9a51-2f6c0b1d7e03
role() {
  printf '{ "id": "%s", "value": "%s", "displayName": "%s", "description": "%s", "allowedMemberTypes": ["User", "Application"], "isEnabled": true }' "$1" "$2" "$2" "$3"
}
az ad app update --id "$client" --set groupMembershipClaims=ApplicationGroup --output none --app-roles "[\
$(role $secretariat secretariat 'Sees everything, deals with alerts, closes figures.'), \
$(role $reporter reporter 'Sends the reports of the organisation of its group.'), \
$(role $viewer viewer 'Sees everything and changes nothing.')]"

principal=$(az ad sp show --id "$client" --query id --output tsv)
graph="https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignedTo"
setting() {
  az functionapp config appsettings list --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" --query "[?name=='DtPipeline__$1'].value" --output tsv
}
assign() {
  case $1 in '' | everybody) return ;; esac
  if [ "$(az rest --method get --url "$graph?\$top=999" --query "length(value[?principalId=='$1'])" --output tsv)" -eq 0 ]; then
    az rest --method post --url "$graph" --output none --body "{ \"principalId\": \"$1\", \"resourceId\": \"$principal\", \"appRoleId\": \"$2\" }"
  fi
}
assign "$(setting SecretariatGroup)" $secretariat
assign "$(setting Viewers)" $viewer
for locality in $(setting Localities | tr ';' ' '); do
  assign "${locality#*=}" $reporter
done

# dtp asks with the token of az login: the registration is a resource of its own (api://<client id>), and az may speak to it for whom it has signed in.
# A permission must be there before a program is named that has it.
az ad app update --id "$client" --identifier-uris "api://$client" --output none
application="https://graph.microsoft.com/v1.0/applications(appId='$client')"
permission=5f1c2b52-3f0e-4c5b-9a86-0c1e7f2d9a10
az rest --method PATCH --uri "$application" --output none --body "{ \"api\": { \"requestedAccessTokenVersion\": 2, \"oauth2PermissionScopes\": [{ \"id\": \"$permission\", \
\"value\": \"user_impersonation\", \"type\": \"User\", \"isEnabled\": true, \"adminConsentDisplayName\": \"Ask DtPipeline as oneself\", \
\"adminConsentDescription\": \"Programs ask DtPipeline in the name of who has signed in.\" }] } }"
az rest --method PATCH --uri "$application" --output none --body "{ \"api\": { \"preAuthorizedApplications\": [{ \"appId\": \
\"04b07795-8ddb-461a-bbee-02f9e1bf7b46\", \"delegatedPermissionIds\": [\"$permission\"] }] } }"

# The identity of the function app vouches for it: there is no secret to keep or renew.
known=$(az ad app federated-credential list --id "$client" --query "length([?subject=='$identity'])" --output tsv)
if [ "$known" -eq 0 ]; then
  az ad app federated-credential create --id "$client" --output none --parameters "{ \"name\": \"function-app-$identity\", \
\"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\", \"subject\": \"$identity\", \"audiences\": [\"api://AzureADTokenExchange\"] }"
fi

echo "Registered. Set signInClientId = '$client' in the parameter file (with azd: azd env set DTPIPELINE_SIGN_IN_CLIENT $client), and deploy."
