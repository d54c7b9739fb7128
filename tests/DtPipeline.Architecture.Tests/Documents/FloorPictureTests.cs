using DtPipeline.Architecture.Tests.Code;
using DtPipeline.Core.Tests;

namespace DtPipeline.Architecture.Tests.Documents;

public sealed class FloorPictureTests
{
    [Fact]
    public Task ThePictureOfTheFloorsShowsTheCode() => Repository.HasPageAsync("floors.svg", FloorPicture.Of(CodeBase.Repository));
}
