// Everything of one environment, in a resource group of its own. `azd up` and `az deployment sub create` both start here;
// events.bicep follows once the code is in place (docs/runbook.md).
targetScope = 'subscription'

import { localityType } from 'localities.bicep'

// The host takes the first 32 characters of the app's name for its id.
@description('Name of the environment: part of every resource name.')
@minLength(2)
@maxLength(9)
param environmentName string

@description('Azure region of everything, for example southeastasia. It must offer Flex Consumption.')
param location string

@description('Where e-mail of alarms and of the budget goes.')
@minLength(1)
param alarmEmails string[]

@description('Address that alerts link to. Empty: the function app itself.')
param publicUrl string = ''

@description('Sender of e-mail; who receives it is in catalogue/recipients.csv.')
param mailFrom string

@description('SMTP relay with STARTTLS that accepts mail from the function app. Empty: no e-mail, alerts are in the table and on the topic.')
param smtpHost string = ''

@description('Port of the SMTP relay. Azure blocks 25.')
param smtpPort int = 587

@description('Who signs in to the SMTP relay. Empty: nobody does.')
param smtpUser string = ''

@description('Address (SecretUri) in Key Vault of what that user signs in with; the identity of the app must be allowed to read it. Empty: nothing.')
param smtpKeyVaultUri string = ''

@description('Longest time that one mail may take to be handed over, hh:mm:ss; a minute at most.')
param smtpWithin string = '00:00:20'

@description('How long a mail is offered before its recipient counts as unreachable, d.hh:mm:ss.')
param mailGivenUpAfter string = '3.00:00:00'

@description('Larger reports are archived and answered unread, in bytes.')
param mostReportBytes int = 20971520

@description('How long one report may take to be fetched from a source, hh:mm:ss.')
param fetchWithin string = '00:00:30'

@description('How long begun work is left to its own function before the sweeper takes it over, hh:mm:ss.')
param sweepAfter string = '00:02:00'

@description('How long the catalogue is used before its container is looked at again, hh:mm:ss.')
param catalogueEvery string = '00:01:00'

@description('Days after its due day for which a missing report is watched.')
@minValue(0)
param oversightDays int = 400

@description('Working days before a due day from which on a reminder is out.')
@minValue(0)
param remindWorkingDays int = 3

@description('Days overdue after which an alert becomes red.')
@minValue(0)
param redAfterDays int = 10

@description('Days overdue after which the next named recipient is told.')
@minValue(0)
param nextRecipientAfterDays int = 20

@description('Organisations that deliver by their own account.')
param localities localityType[] = []

@description('Object id of the Entra group of the secretariat: reads receipts, published figures and urgent alerts, and on the page deals with alerts, closes figures and confirms catalogues. Empty: none.')
// A secretariat is no secret.
#disable-next-line secure-secrets-in-params
param secretariatGroupId string = ''

@description('Object id of the Entra group of those who see everything and change nothing, or everybody for all who sign in. Empty: none.')
param viewers string = ''

@description('What is seen of the page without signing in: nothing, or the published figures.')
@allowed(['nothing', 'published'])
param anonymous string = 'nothing'

@description('Object id of the Entra group that runs dtp and looks after poison and dead letters. Empty: none.')
param operatorsGroupId string = ''

@description('Object id of the Entra group that may erase a file, each time with the approval of another person. Empty: nobody.')
param erasersGroupId string = ''

@description('Replication of both storage accounts.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('For how many days nothing in the archive can be changed or deleted, but by an eraser who lifts the rule. 0: no such rule.')
@minValue(0)
@maxValue(146000)
param archiveRetentionDays int = 3650

@description('The rule above was locked for good: nothing can be erased (docs/runbook.md), and the deployment leaves it alone, because Azure refuses to write it again.')
param archiveLocked bool = false

@description('For how many days deleted and overwritten blobs can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int = 30

@description('Client id of the Entra registration with which people sign in to the page (infra/scripts/signin.sh). Empty: nobody can.')
param signInClientId string = ''

@description('Virtual network and private endpoints; storage is then closed to all other addresses than allowedIpRanges.')
param privateNetwork bool = false

@description('Public addresses (CIDR) of organisations and operators that reach the data account, where privateNetwork closes it.')
param allowedIpRanges string[] = []

@description('Standard has no private endpoint; Premium has one and costs about seventy times as much.')
@allowed(['Standard', 'Premium'])
param serviceBusSku string = 'Standard'

@description('Memory of one instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances at once: bounds the bill of a flood of files.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('New code drains running executions instead of killing them (a preview of Azure in December 2025).')
param rollingUpdates bool = true

@description('Logs and metrics taken in a day before the rest is dropped, in GB.')
@minValue(1)
param logDailyCapGb int = 1

@description('How long logs and metrics are kept, in days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Budget of the resource group for a month, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int

@description('First day of the month of the first deployment, yyyy-MM-01. Azure refuses to move it later.')
param budgetStart string

@description('Days of the month, in Vietnam, on which some report is expected; a whole such day without one raises an alarm.')
param reportingDays int[]

var token = uniqueString(subscription().id, environmentName, location)
var suffix = '${environmentName}-${take(token, 6)}'
// Names are worked out here and not taken from outputs of modules: a preview (what-if) then shows what is below them, roles above all.
var functionAppName = 'func-dtpipeline-${suffix}'
var applicationInsightsName = 'appi-dtpipeline-${suffix}'
var dataAccountName = 'dtpdata${token}'
var hostAccountName = 'dtphost${token}'
var identityName = 'id-dtpipeline-${suffix}'
var serviceBusName = 'sb-dtpipeline-${suffix}'
// By the address that is told to people, and by the app's own.
var appOrigin = 'https://${functionAppName}.azurewebsites.net'
var browserOrigins = empty(publicUrl) ? [appOrigin] : union([appOrigin], ['https://${split(publicUrl, '/')[2]}'])
var tags = { 'azd-env-name': environmentName, application: 'dtpipeline' }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-dtpipeline-${environmentName}'
  location: location
  tags: tags
}

module monitoring 'monitoring.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    suffix: suffix
    applicationInsightsName: applicationInsightsName
    dailyCapGb: logDailyCapGb
    retentionDays: logRetentionDays
  }
}

module identity 'identity.bicep' = {
  scope: group
  params: { location: location, tags: tags, name: identityName }
}

module storage 'storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    dataAccountName: dataAccountName
    hostAccountName: hostAccountName
    redundancy: storageRedundancy
    archiveRetentionDays: archiveRetentionDays
    archiveLocked: archiveLocked
    softDeleteDays: softDeleteDays
    isClosed: privateNetwork
    allowedIpRanges: allowedIpRanges
    browserOrigins: privateNetwork ? [] : browserOrigins
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'servicebus.bicep' = {
  scope: group
  params: { location: location, tags: tags, name: serviceBusName, sku: serviceBusSku }
}

module network 'network.bicep' = if (privateNetwork) {
  scope: group
  params: {
    location: location
    tags: tags
    suffix: suffix
    dataAccountId: storage.outputs.dataAccountId
    hostAccountId: storage.outputs.hostAccountId
    serviceBusId: serviceBus.outputs.namespaceId
    serviceBusIsInside: serviceBusSku == 'Premium'
  }
}

module roles 'roles.bicep' = {
  scope: group
  dependsOn: [storage, serviceBus, monitoring]
  params: {
    // Part of the names of assignments: the identity made anew under its old name needs new ones, for Azure changes none.
    #disable-next-line what-if-short-circuiting
    principalId: identity.outputs.principalId
    dataAccountName: dataAccountName
    hostAccountName: hostAccountName
    serviceBusName: serviceBusName
    applicationInsightsName: applicationInsightsName
  }
}

module people 'people.bicep' = {
  scope: group
  dependsOn: [storage, serviceBus]
  params: {
    dataAccountName: dataAccountName
    hostAccountName: hostAccountName
    serviceBusName: serviceBusName
    secretariatGroupId: secretariatGroupId
    operatorsGroupId: operatorsGroupId
    erasersGroupId: erasersGroupId
  }
}

module localityRoles 'localities.bicep' = {
  scope: group
  dependsOn: [storage]
  params: { dataAccountName: dataAccountName, localities: localities }
}

module functionApp 'functionapp.bicep' = {
  scope: group
  // The host refuses to start without its roles and, where storage is closed, without the private way to it.
  dependsOn: [roles]
  params: {
    location: location
    tags: tags
    name: functionAppName
    identityName: identityName
    dataAccountName: dataAccountName
    hostAccountName: hostAccountName
    packageContainerUrl: storage.outputs.packageContainerUrl
    serviceBusHost: serviceBus.outputs.host
    applicationInsightsConnection: monitoring.outputs.connectionString
    subnetId: privateNetwork ? network!.outputs.functionsSubnetId : ''
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    rollingUpdates: rollingUpdates
    signInClientId: signInClientId
    secretariatGroupId: secretariatGroupId
    viewers: viewers
    anonymous: anonymous
    localities: localities
    uploads: privateNetwork ? 'api' : 'storage'
    publicUrl: publicUrl
    mailFrom: mailFrom
    smtpHost: smtpHost
    smtpPort: smtpPort
    smtpUser: smtpUser
    smtpKeyVaultUri: smtpKeyVaultUri
    smtpWithin: smtpWithin
    mailGivenUpAfter: mailGivenUpAfter
    mostReportBytes: mostReportBytes
    fetchWithin: fetchWithin
    sweepAfter: sweepAfter
    catalogueEvery: catalogueEvery
    oversightDays: oversightDays
    remindWorkingDays: remindWorkingDays
    redAfterDays: redAfterDays
    nextRecipientAfterDays: nextRecipientAfterDays
  }
}

module topic 'topic.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: 'evgt-dtpipeline-${suffix}'
    dataAccountId: storage.outputs.dataAccountId
    hostAccountName: hostAccountName
  }
}

module alarms 'alarms.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    suffix: suffix
    emails: alarmEmails
    workspaceId: monitoring.outputs.workspaceId
    dataAccountId: storage.outputs.dataAccountId
    hostAccountId: storage.outputs.hostAccountId
    serviceBusId: serviceBus.outputs.namespaceId
    systemTopicId: topic.outputs.id
    reportingDays: reportingDays
  }
}

module workbook 'workbook.bicep' = {
  scope: group
  params: { location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

module budget 'budget.bicep' = {
  scope: group
  params: { amount: monthlyBudget, startDate: budgetStart, emails: alarmEmails }
}

// Read by azd and by infra/scripts.
output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP_NAME string = functionAppName
output SYSTEM_TOPIC_NAME string = topic.outputs.name
output DATA_ACCOUNT_NAME string = dataAccountName
output HOST_ACCOUNT_NAME string = hostAccountName
output SERVICE_BUS_HOST string = serviceBus.outputs.host
