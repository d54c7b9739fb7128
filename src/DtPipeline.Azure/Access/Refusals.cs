using DtPipeline.Access;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Access;

/// <summary>Why somebody is not answered, each with what to do.</summary>
internal static class Refusals
{
    public static Refusal NotThisMachine { get; } = Forbidden(
        "host.foreign",
        "Trên một máy, chỉ máy đó được hỏi: hãy dùng địa chỉ http://127.0.0.1 hoặc http://localhost.",
        "On one machine only that machine may ask: use an address that begins with http://127.0.0.1 or http://localhost.");

    public static Refusal OtherSite { get; } = Forbidden(
        "site.foreign",
        "Yêu cầu này do một trang khác gửi đi. Hãy mở trang của hệ thống và làm lại ở đó.",
        "Another site sent this request. Open the page of this system and do it there.");

    public static Refusal NotJson { get; } = new(415, "content.type", new Bilingual(
        "Nội dung phải là JSON: hãy gửi Content-Type: application/json.", "The body must be JSON: send Content-Type: application/json."));

    public static Refusal Unreadable { get; } = new(401, "signin.unreadable", new Bilingual(
        "Không đọc được ai đã đăng nhập. Hãy đăng xuất (/.auth/logout) rồi đăng nhập lại bằng tài khoản Entra.",
        "Who is signed in cannot be read. Sign out (/.auth/logout) and sign in again with an account of Entra."));

    public static Refusal NobodySignsIn { get; } = Forbidden(
        "signin.off",
        "Hệ thống này chưa bật đăng nhập. Người quản trị cần chạy infra/scripts/signin.sh rồi triển khai với signInClientId.",
        "Sign-in is off here. The administrator has to run infra/scripts/signin.sh and to deploy with signInClientId.");

    public static Refusal SignedOut(string login) => new(401, "signin.needed", new Bilingual(
        $"Hãy đăng nhập tại {login}; chương trình gửi token của Entra (Authorization: Bearer …).",
        $"Sign in at {login}; a program sends a token of Entra (Authorization: Bearer …)."));

    public static Refusal UnknownRole(string word) => new(400, "role.unknown", new Bilingual(
        $"Vai trò là '{OneLine.Of(word, Caller.LongestName)}'; cần một trong: {CallerText.Words}.",
        $"The role is '{OneLine.Of(word, Caller.LongestName)}'; expected one of: {CallerText.Words}."));

    public static Refusal TooManyGroups(string name) => Forbidden(
        "groups.overage",
        $"{name} thuộc nhiều nhóm hơn số nhóm mà một token chứa được (200), nên không biết vai trò. Người quản trị cần gán các nhóm của hệ thống cho ứng dụng trong Entra "
        + "và chọn 'Groups assigned to the application' trong Token configuration (infra/scripts/signin.sh làm việc này).",
        $"{name} is in more groups than a token holds (200), so that no role is known. The administrator has to assign the groups of this system to the application in Entra "
        + "and to choose 'Groups assigned to the application' in its token configuration (infra/scripts/signin.sh does it).");

    public static Refusal NotAllowed(Caller caller) => Forbidden(
        "role.insufficient",
        $"{caller.Name ?? "Bạn"} có vai trò {CallerText.Of(caller)}, không được làm hoặc xem việc này. Hãy hỏi ban thư ký nếu cần.",
        $"{caller.Name ?? "You"} with the role {CallerText.Of(caller)} may not see or do this. Ask the secretariat if you need to.");

    private static Refusal Forbidden(string code, string vi, string en) => new(403, code, new Bilingual(vi, en));
}
