// A virtual network for the instances of the function app, and storage (with Premium also Service Bus) inside it.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('End of every name.')
param suffix string

@description('Resource id of the account of the reports.')
param dataAccountId string

@description('Resource id of the account of the Functions runtime.')
param hostAccountId string

@description('Resource id of the Service Bus namespace.')
param serviceBusId string

@description('Service Bus has a private endpoint: Premium only.')
param serviceBusIsInside bool

var storageEndpoints = [
  { name: 'data-blob', target: dataAccountId, service: 'blob' }
  { name: 'data-queue', target: dataAccountId, service: 'queue' }
  { name: 'data-table', target: dataAccountId, service: 'table' }
  { name: 'host-blob', target: hostAccountId, service: 'blob' }
  { name: 'host-queue', target: hostAccountId, service: 'queue' }
  { name: 'host-table', target: hostAccountId, service: 'table' }
]
var endpoints = concat(storageEndpoints, serviceBusIsInside ? [{ name: 'bus', target: serviceBusId, service: 'namespace' }] : [])
var services = concat(['blob', 'queue', 'table'], serviceBusIsInside ? ['namespace'] : [])
var zoneNames = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  namespace: 'privatelink.servicebus.windows.net'
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-dtpipeline-${suffix}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    subnets: [
      {
        name: 'functions'
        properties: {
          addressPrefix: '10.20.0.0/25'
          // To sources of reports, the SMTP relay and Service Bus Standard.
          defaultOutboundAccess: true
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.20.0.128/26', privateEndpointNetworkPolicies: 'Disabled' }
      }
    ]
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: zoneNames[service]
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, i) in services: {
    parent: zones[i]
    name: 'functions'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for endpoint in endpoints: {
    name: 'pe-${endpoint.name}-${suffix}'
    location: location
    tags: tags
    properties: {
      subnet: { id: '${network.id}/subnets/endpoints' }
      privateLinkServiceConnections: [
        {
          name: endpoint.name
          properties: { privateLinkServiceId: endpoint.target, groupIds: [endpoint.service] }
        }
      ]
    }
  }
]

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (endpoint, i) in endpoints: {
    parent: privateEndpoints[i]
    name: 'default'
    dependsOn: [links]
    properties: {
      privateDnsZoneConfigs: [
        {
          name: endpoint.service
          properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zoneNames[endpoint.service]) }
        }
      ]
    }
  }
]

output functionsSubnetId string = '${network.id}/subnets/functions'
