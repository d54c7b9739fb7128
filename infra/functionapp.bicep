// The function app on Flex Consumption. No FUNCTIONS_WORKER_RUNTIME and no siteConfig: this plan refuses them.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Name of the function app.')
param name string

@description('Resource id of the identity.')
param identityId string

@description('Client id of the identity.')
param identityClientId string

@description('Account of the reports.')
param dataAccountName string

@description('Account of the Functions runtime.')
param hostAccountName string

@description('Container that deployments put their package into.')
param packageContainerUrl string

@description('Host name of the Service Bus namespace.')
param serviceBusHost string

@description('Connection string of Application Insights: an address, no secret, as local authentication is off.')
param applicationInsightsConnection string

@description('Subnet of the instances. Empty: no virtual network.')
param subnetId string

@description('Memory of one instance, in MB.')
param instanceMemoryMB int

@description('Most instances at once.')
param maximumInstances int

@description('New code drains running executions instead of killing them.')
param rollingUpdates bool

@description('Address that alerts link to. Empty: the function app itself.')
param publicUrl string

@description('Sender of e-mail.')
param mailFrom string

@description('SMTP relay. Empty: no e-mail.')
param smtpHost string

@description('Port of the SMTP relay.')
param smtpPort int

@description('Who signs in to the SMTP relay. Empty: nobody does.')
param smtpUser string

@description('Address of what the user signs in with, in Key Vault. Empty: nothing.')
param smtpKeyVaultUri string

@description('Longest time that one mail may take to be handed over, hh:mm:ss.')
param smtpWithin string

@description('How long a mail is offered before its recipient counts as unreachable, d.hh:mm:ss.')
param mailGivenUpAfter string

@description('Largest report that is read, in bytes.')
param mostReportBytes int

@description('Longest fetch from a source, hh:mm:ss.')
param fetchWithin string

@description('Age at which the sweeper takes work over, hh:mm:ss.')
param sweepAfter string

@description('How long the catalogue is used before its container is looked at again, hh:mm:ss.')
param catalogueEvery string

@description('Days after its due day for which a missing report is watched.')
param oversightDays int

@description('Working days before a due day from which on a reminder is out.')
param remindWorkingDays int

@description('Days overdue after which an alert becomes red.')
param redAfterDays int

@description('Days overdue after which the next named recipient is told.')
param nextRecipientAfterDays int

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    // The service takes siteUpdateStrategy from API version 2023-12-01 on; the published types lack it, hence the union.
    functionAppConfig: union(
      {
        deployment: {
          storage: {
            type: 'blobContainer'
            value: packageContainerUrl
            authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
          }
        }
        runtime: { name: 'dotnet-isolated', version: '10.0' }
        scaleAndConcurrency: { instanceMemoryMB: instanceMemoryMB, maximumInstanceCount: maximumInstances }
      },
      { siteUpdateStrategy: { type: rollingUpdates ? 'RollingUpdate' : 'Recreate' } }
    )
  }
}

// Deployment over basic authentication is off: only Entra tokens.
resource noBasicAuthentication 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = [
  for door in ['scm', 'ftp']: {
    parent: app
    name: door
    properties: { allow: false }
  }
]

// A test compares these with what the code reads: PipelineSettings, Connections and the triggers.
resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AzureWebJobsStorage__accountName: hostAccountName
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    FUNCTIONS_EXTENSION_VERSION: '~4'
    // .NET 10 crashes in the warmed-up worker of this plan (azure-functions-dotnet-worker#3335).
    WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'
    APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnection
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    Storage__accountName: dataAccountName
    Storage__credential: 'managedidentity'
    Storage__clientId: identityClientId
    ServiceBus__fullyQualifiedNamespace: serviceBusHost
    ServiceBus__credential: 'managedidentity'
    ServiceBus__clientId: identityClientId
    DtPipeline__PublicUrl: empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl
    DtPipeline__MailFrom: mailFrom
    DtPipeline__SmtpHost: smtpHost
    DtPipeline__SmtpPort: string(smtpPort)
    DtPipeline__SmtpUser: smtpUser
    DtPipeline__SmtpPassword: empty(smtpKeyVaultUri) ? '' : '@Microsoft.KeyVault(SecretUri=${smtpKeyVaultUri})'
    DtPipeline__SmtpWithin: smtpWithin
    DtPipeline__MailGivenUpAfter: mailGivenUpAfter
    DtPipeline__MostReportBytes: string(mostReportBytes)
    DtPipeline__FetchWithin: fetchWithin
    DtPipeline__SweepAfter: sweepAfter
    DtPipeline__CatalogueEvery: catalogueEvery
    DtPipeline__OversightDays: string(oversightDays)
    DtPipeline__RemindWorkingDays: string(remindWorkingDays)
    DtPipeline__RedAfterDays: string(redAfterDays)
    DtPipeline__NextRecipientAfterDays: string(nextRecipientAfterDays)
  }
}
