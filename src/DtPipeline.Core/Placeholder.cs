namespace DtPipeline;
