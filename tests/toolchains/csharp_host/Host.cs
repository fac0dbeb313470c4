// The C# compiler and formatter of the tests: Roslyn behind a list of jobs.
//
// `Host jobs.json` runs each job and prints a JSON array with one answer for each, in order. A job is
// {"kind": "compile", "output", "doc", "exe", "sources", "references"}, which writes nothing without an output, or
// {"kind": "format", "sources"}. Files whose paths hold "aside" are only declared then.
// {"kind": "words", "sources", "word"} finds a word anywhere but in literals and comments, and directives.
// Paths in "sources" may be folders. An answer lists findings (diagnostics, or files that the formatter
// would change) as lines of text.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

/// <summary>Entry points, for a process and for the bootstrap.</summary>
public static class Host
{
    /// <summary>Runs the jobs of the file that the first argument names.</summary>
    public static int Main(string[] arguments)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(arguments[0]));
        var answers = new List<List<string>>();
        foreach (var job in document.RootElement.EnumerateArray())
        {
            var kind = job.GetProperty("kind").GetString();
            answers.Add(kind switch
            {
                "format" => Formatted(job),
                "words" => Words(job),
                _ => Compiled(job),
            });
        }
        Console.Out.Write(JsonSerializer.Serialize(answers));
        return 0;
    }

    private static string[] Files(JsonElement job) => job.GetProperty("sources").EnumerateArray()
        .Select(source => source.GetString()!)
        .SelectMany(source => Directory.Exists(source)
            ? Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories).OrderBy(path => path, StringComparer.Ordinal)
            : (IEnumerable<string>)new[] { source })
        .ToArray();

    private static SyntaxTree[] Trees(JsonElement job, bool documented)
    {
        // Comments that nobody asks for are not looked at, as in a project without a documentation file.
        var options = new CSharpParseOptions(LanguageVersion.CSharp12, documented ? DocumentationMode.Diagnose : DocumentationMode.None);
        var files = Files(job);
        var trees = new SyntaxTree[files.Length];
        Parallel.For(0, files.Length, at =>
        {
            var text = SourceText.From(File.ReadAllText(files[at]), Encoding.UTF8);
            trees[at] = CSharpSyntaxTree.ParseText(text, options, files[at]);
        });
        return trees;
    }

    private static List<string> Compiled(JsonElement job)
    {
        var exe = job.GetProperty("exe").GetBoolean();
        var output = job.GetProperty("output").GetString()!;
        var options = new CSharpCompilationOptions(
            exe ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            deterministic: true,
            generalDiagnosticOption: ReportDiagnostic.Error)
            .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic>
            {
                // What `dotnet build` leaves out as well: assembly versions of the framework itself.
                ["CS1701"] = ReportDiagnostic.Suppress,
                ["CS1702"] = ReportDiagnostic.Suppress,
            });
        var folder = RuntimeEnvironment.GetRuntimeDirectory();
        var references = Directory.GetFiles(folder, "*.dll")
            .Where(path => IsManaged(path))
            .Concat(job.GetProperty("references").EnumerateArray().Select(path => path.GetString()!))
            .Select(path => MetadataReference.CreateFromFile(path));
        var name = output.Length == 0 ? "Checked" : Path.GetFileNameWithoutExtension(output);
        var documented = job.GetProperty("doc").GetBoolean();
        var compilation = CSharpCompilation.Create(name, Trees(job, documented), references, options);
        if (output.Length == 0)
        {
            var aside = job.GetProperty("aside").GetString()!;
            return Told(aside.Length == 0
                ? compilation.GetDiagnostics()
                : compilation.SyntaxTrees
                    .Where(tree => !tree.FilePath.Contains(aside, StringComparison.Ordinal))
                    .SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics()));
        }
        using var image = new MemoryStream();
        using var doc = new MemoryStream();
        var result = compilation.Emit(image, xmlDocumentationStream: documented ? doc : null);
        var findings = Told(result.Diagnostics);
        if (result.Success)
        {
            File.WriteAllBytes(output, image.ToArray());
            if (documented)
            {
                File.WriteAllBytes(Path.ChangeExtension(output, ".xml"), doc.ToArray());
            }
        }
        else if (findings.Count == 0)
        {
            findings.Add("not compiled");
        }
        return findings;
    }

    private static List<string> Told(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(found => found.Severity >= DiagnosticSeverity.Warning)
        .Select(found => found.ToString())
        .ToList();

    private static bool IsManaged(string path)
    {
        try
        {
            System.Reflection.AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static List<string> Words(JsonElement job)
    {
        var word = job.GetProperty("word").GetString()!;
        var found = new List<string>();
        foreach (var tree in Trees(job, false))
        {
            found.AddRange(Told(tree.GetDiagnostics()));
            var root = tree.GetRoot();
            found.AddRange(root.DescendantTokens(descendIntoTrivia: false)
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Text.Contains(word, StringComparison.Ordinal))
                .Select(token => $"{tree.FilePath}: {token.Text}"));
            found.AddRange(root.DescendantTrivia()
                .Where(trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia))
                .Select(trivia => $"{tree.FilePath}: directive {trivia}"));
        }
        return found;
    }

    private static List<string> Formatted(JsonElement job)
    {
        using var workspace = new AdhocWorkspace();
        var found = new List<string>();
        foreach (var tree in Trees(job, false))
        {
            var root = tree.GetRoot();
            var before = root.ToFullString();
            var after = Formatter.Format(root, workspace).ToFullString();
            if (before != after)
            {
                found.Add($"{tree.FilePath}: {Difference(before, after)}");
            }
        }
        return found;
    }

    private static string Difference(string before, string after)
    {
        var (old, made) = (before.Split('\n'), after.Split('\n'));
        for (var at = 0; at < Math.Min(old.Length, made.Length); at++)
        {
            if (old[at] != made[at])
            {
                return $"line {at + 1}: {old[at]} -> {made[at]}";
            }
        }
        return "length";
    }
}
