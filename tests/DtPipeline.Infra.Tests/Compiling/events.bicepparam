using '../../../infra/events.bicep'

param functionAppName = 'func-dtpipeline-all'
param systemTopicName = 'evgt-dtpipeline-all'
param hostAccountName = 'dtphostall'
