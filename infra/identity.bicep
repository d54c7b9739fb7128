// Whom the function app is, to storage, Service Bus and monitoring. User-assigned, so that its roles outlive the app.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Name of the identity.')
param name string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

output principalId string = identity.properties.principalId
