using '../../../infra/main.bicep'

// All that can be switched on, and other values than the defaults where a test follows one to its resource.
param environmentName = 'all'
param location = 'southeastasia'
param alarmEmails = ['alarms@example.org']
param mailFrom = 'reports@example.org'
param smtpHost = 'smtp.example.org'
param localities = [
  { organisation: 'P63-01', groupId: '00000000-0000-0000-0000-000000006301' }
  { organisation: 'P63-02', groupId: '00000000-0000-0000-0000-000000006302' }
]
param secretariatGroupId = '00000000-0000-0000-0000-000000000021'
param operatorsGroupId = '00000000-0000-0000-0000-000000000022'
param erasersGroupId = '00000000-0000-0000-0000-000000000023'
param viewers = '00000000-0000-0000-0000-000000000024'
param anonymous = 'published'
param publicUrl = 'https://bao-cao.example.org/'
param signInClientId = '00000000-0000-0000-0000-000000000031'
param archiveRetentionDays = 3651
param privateNetwork = true
param allowedIpRanges = ['203.0.113.0/24']
param serviceBusSku = 'Premium'
param maximumInstances = 41
param logDailyCapGb = 2
param monthlyBudget = 30
param budgetStart = '2026-12-01'
param reportingDays = [15, 25]
