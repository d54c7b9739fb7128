using DtPipeline.Cli;

return await Dtp.RunAsync(args, Console.Out, Console.Error, TimeProvider.System);
