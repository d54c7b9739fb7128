/** The local host whose tests these are too: it has taken the samples and settled on 26 July 2023. The tests of the pipeline start it. */
export const localHost = () => ({
  storage: setting('DTPIPELINE_STORAGE'),
  serviceBus: setting('DTPIPELINE_SERVICEBUS'),
  url: (path) => `${setting('DTPIPELINE_HTTP')}${path}`,
});

function setting(name) {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: InteropHostTests of tests/DtPipeline.Pipeline.Tests starts the host and then these tests.`);
  }
  return value;
}
