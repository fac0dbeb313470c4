// Answers the questions of tests/behaviour/test_csharp_http_vectors.py; compiled together with the output for one
// description, whose package is called Vectors.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Vectors;
using Vectors.Runtime;

namespace Runner;

public static class Program
{
    public static async Task Main(string[] arguments)
    {
        var questions = (JsonArray)JsonNode.Parse(File.ReadAllText(arguments[0]))!;
        var answers = new JsonArray();
        foreach (var question in questions)
        {
            answers.Add(await Answered((JsonObject)question!));
        }
        Console.Out.Write(answers.ToJsonString());
    }

    private static async Task<JsonObject> Answered(JsonObject question)
    {
        var asked = (JsonObject)question["case"]!;
        try
        {
            return (string)question["kind"]! switch
            {
                "style" => Styles.Answered(asked),
                "next page" => NextPages.Answered(asked),
                "call" => await Calls.Answered(asked, (string)question["root"]!),
                "wire" => Wire.Answered(asked),
                "payload" => Payloads.Answered(asked),
                "body" => Payloads.Sent(asked),
                _ => Wire.Made(asked),
            };
        }
        catch (Exception error)
        {
            return new JsonObject { ["error"] = error.ToString() };
        }
    }
}

/// <summary>Parameters as they are written.</summary>
public static class Styles
{
    public static JsonObject Answered(JsonObject asked)
    {
        var place = (string)asked["in"]! switch
        {
            "path" => ParameterPlace.Path,
            "header" => ParameterPlace.Header,
            "cookie" => ParameterPlace.Cookie,
            "querystring" => ParameterPlace.QueryString,
            _ => ParameterPlace.Query,
        };
        var shape = new ParameterShape((string)asked["parameter"]!, place, Enum.Parse<ParameterStyle>((string)asked["style"]!, ignoreCase: true), (bool)asked["explode"]!)
        {
            AllowsReserved = (bool?)asked["allowReserved"] ?? false,
            MediaType = (string?)asked["mediaType"],
        };
        var value = JsonText.Parse(asked["value"]?.ToJsonString() ?? "null");
        try
        {
            return new JsonObject { ["text"] = Written(shape, value) };
        }
        catch (ArgumentException error)
        {
            return new JsonObject { ["refused"] = error.Message };
        }
    }

    private static string? Written(ParameterShape shape, object? value)
    {
        if (shape.Place == ParameterPlace.Path)
        {
            return ParameterText.Path(new CallShape("GET", "/{x}") { Keys = [shape] }, [value])[1..];
        }
        var given = new OneParameter(shape, value);
        if (shape.Place is ParameterPlace.Header or ParameterPlace.Cookie)
        {
            var headers = new RequestHeaders();
            foreach (var (name, text) in given.Headers())
            {
                headers.Add(name, text);
            }
            return headers.Joined().Select(header => header.Value).FirstOrDefault();
        }
        var query = shape.Place == ParameterPlace.Query && value is null
            ? string.Join('&', ParameterText.Pairs(shape, value).Select(pair => $"{pair.Key}={pair.Value}"))
            : given.Query();
        return query.Length > 0 ? query : null;
    }

    private sealed class OneParameter : QueryParameters
    {
        private readonly ParameterShape[] _shapes;

        public OneParameter(ParameterShape shape, object? value)
        {
            _shapes = [shape];
            Set(0, value is null ? null : Codecs.Node(value), Codecs.Json);
        }

        internal override ParameterShape[] Shapes => _shapes;
    }
}

/// <summary>What is wrong with JSON text: pointers with codes, a question mark behind those of warnings.</summary>
public static class Payloads
{
    public static JsonObject Answered(JsonObject asked)
    {
        WriteOperation? operation = asked["operation"] is { } named ? Enum.Parse<WriteOperation>((string)named!, ignoreCase: true) : null;
        var found = Validation.Check((string)asked["type"]!, (string)asked["text"]!, operation);
        var told = found.Select(each => JsonValue.Create($"{each.Pointer} {each.Code}{(each.Severity == Severity.Warning ? "?" : string.Empty)}"));
        return new JsonObject { ["found"] = new JsonArray(told.ToArray<JsonNode?>()) };
    }

    public static JsonObject Sent(JsonObject asked)
    {
        try
        {
            Validation.CheckBeforeSending(new HeldShape("Pet"), JsonText.Parse((string)asked["text"]!), (string)asked["method"]!);
            return new JsonObject { ["refused"] = false };
        }
        catch (ValidationFailedException)
        {
            return new JsonObject { ["refused"] = true };
        }
    }
}

/// <summary>Where the next page is, by all that may say so.</summary>
public static class NextPages
{
    public static JsonObject Answered(JsonObject asked)
    {
        var shape = new PagingShape(Enum.Parse<PagingKind>((string)asked["kind"]!))
        {
            Next = ((JsonArray?)asked["next"] ?? []).Select(name => (string)name!).ToArray(),
            Parameter = (string?)asked["parameter"] ?? string.Empty,
            First = (int?)asked["first"] ?? 1,
        };
        var page = JsonText.Parse(asked["page"]?.ToJsonString() ?? "null");
        return new JsonObject { ["url"] = PageLinks.Next(shape, (string)asked["url"]!, new Dictionary<string, string>(), page, (int)asked["count"]!) };
    }
}

/// <summary>Calls along the client's chains, to a service that the vectors play.</summary>
public static class Calls
{
    public static async Task<JsonObject> Answered(JsonObject asked, string root)
    {
        var given = (JsonObject?)asked["given"] ?? new JsonObject();
        var service = new Played(asked);
        var credentials = new SchemeCredentials();
        foreach (var (scheme, secret) in (JsonObject?)given["credentials"] ?? new JsonObject { ["token"] = "t0ken" })
        {
            credentials.Add(scheme, secret is JsonArray pair
                ? new BasicCredential((string)pair[0]!, (string)pair[1]!)
                : scheme == "token" ? new BearerCredential((string)secret!) : new ApiKeyCredential((string)secret!));
        }
        var options = new ClientOptions { HttpClient = new HttpClient(service), MaxRetries = 0 };
        using var client = new ShopClient(credentials, root, options);
        JsonObject gives;
        try
        {
            gives = await new Asking(client, asked, given).Given();
        }
        catch (Exception error) when (error is ApiException or ClientException or ArgumentException)
        {
            gives = new JsonObject { ["error"] = Failure(error) };
        }
        return new JsonObject { ["sent"] = service.Sent, ["gives"] = gives };
    }

    private static JsonObject Failure(Exception error)
    {
        if (error is not ApiException api)
        {
            return new JsonObject { ["message"] = error.Message };
        }
        var text = Encoding.UTF8.GetString(api.Body);
        var told = new JsonObject { ["status"] = api.ResponseStatusCode, ["type"] = api.Value?.GetType().Name, ["text"] = text };
        if (api.Value is Model model)
        {
            told["body"] = JsonNode.Parse(model.ToJson());
        }
        else if (text.StartsWith('{'))
        {
            told["body"] = JsonNode.Parse(text);
        }
        return told;
    }

    /// <summary>One call: found by its table, made by reflection with what is given.</summary>
    private sealed class Asking(ShopClient client, JsonObject asked, JsonObject given)
    {
        public async Task<JsonObject> Given()
        {
            var operation = ((string)asked["operation"]!).Split(' ', 2);
            var (builder, field) = Reached(client, operation[0], operation[1], []) ?? throw new InvalidOperationException("no such call");
            var verb = field.Name[2..];
            verb = char.ToUpperInvariant(verb[0]) + verb[1..];
            if ((string?)given["accept"] == "text/event-stream")
            {
                verb += "Stream";
            }
            var body = asked["given"]?["body"];
            var made = builder.GetType().GetMethods().Where(method => method.Name == $"To{verb}RequestInformation").OrderBy(Fit).First();
            var arguments = Arguments(made.GetParameters(), ((CallShape)field.GetValue(null)!).Keys, body).ToArray();
            if ((bool?)given["all pages"] == true)
            {
                var pages = builder.GetType().GetMethod("IterateAsync") ?? builder.GetType().GetMethod($"Iterate{verb}Async")!;
                var items = pages.Invoke(builder, arguments)!;
                return new JsonObject { ["items"] = await (Task<JsonArray>)Generic(nameof(All), items.GetType().GetGenericArguments()[1], items) };
            }
            object request;
            try
            {
                request = made.Invoke(builder, arguments)!;
            }
            catch (TargetInvocationException error)
            {
                throw error.InnerException!;
            }
            return await (Task<JsonObject>)Generic(nameof(Sent), request.GetType().GetGenericArguments()[0], request);
        }

        /// <summary>What the path needs comes first, where no chain has led to the call.</summary>
        private IEnumerable<object?> Arguments(ParameterInfo[] parameters, ParameterShape[] keys, JsonNode? body)
        {
            for (var at = 0; at < parameters.Length; at++)
            {
                var type = parameters[at].ParameterType;
                yield return parameters[at].Name == "body" ? Values.Of(body, type)
                    : typeof(Delegate).IsAssignableFrom(type) ? Configuration(type)
                    : Values.Of(given["path"]![keys[at].Name], type);
            }
        }

        private int Fit(MethodInfo method)
        {
            var body = method.GetParameters().FirstOrDefault(parameter => parameter.Name == "body")?.ParameterType;
            var isBytes = given["body"] is JsonObject { Count: 1 } bytes && bytes.ContainsKey("base64");
            return body is not null && isBytes != (body == typeof(Stream)) ? 1 : 0;
        }

        private object Generic(string name, Type type, object argument) => GetType()
            .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(type).Invoke(this, [argument])!;

        private async Task<JsonArray> All<T>(object items)
        {
            var found = new JsonArray();
            await foreach (var item in (IAsyncEnumerable<T>)items)
            {
                found.Add(Values.Json(item));
            }
            return found;
        }

        private async Task<JsonObject> Sent<T>(object request)
        {
            var gives = new JsonObject();
            var expected = (JsonObject?)asked["gives"] ?? new JsonObject();
            object? value;
            if (expected.ContainsKey("status"))
            {
                var response = await client.SendAsync((RequestInformation<T>)request);
                gives["status"] = response.Status;
                gives["headers"] = new JsonObject(response.Headers.Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), (JsonNode?)header.Value)));
                value = response.Content;
            }
            else
            {
                value = await client.Core.SendAsync((RequestInformation<T>)request, default);
            }
            switch (value)
            {
                case null:
                    gives["nothing"] = true;
                    break;
                case Stream stream:
                    using (var copy = new MemoryStream())
                    {
                        await stream.CopyToAsync(copy);
                        gives["base64"] = Convert.ToBase64String(copy.ToArray());
                    }
                    break;
                case var items when items.GetType().Name.StartsWith("ItemStream", StringComparison.Ordinal):
                    gives["items"] = await (Task<JsonArray>)Generic(nameof(All), items.GetType().GetGenericArguments()[0], items);
                    break;
                default:
                    gives["value"] = Values.Json(value);
                    break;
            }
            return gives;
        }

        /// <summary>The builder that has the call, over properties, indexers and methods with the keys that are given.</summary>
        private (RequestBuilder Builder, FieldInfo Field)? Reached(RequestBuilder builder, string method, string path, string[] steps)
        {
            for (var type = builder.GetType(); type is not null && type != typeof(RequestBuilder); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.NonPublic | BindingFlags.Static).Where(field => field.FieldType == typeof(CallShape)))
                {
                    var call = (CallShape)field.GetValue(null)!;
                    if (call.Method == method && call.Path == path)
                    {
                        return (builder, field);
                    }
                }
            }
            foreach (var (next, step) in Below(builder, path))
            {
                if (steps.Length < 8 && Reached(next, method, path, [.. steps, step]) is { } found)
                {
                    return found;
                }
            }
            return null;
        }

        private IEnumerable<(RequestBuilder Builder, string Step)> Below(RequestBuilder builder, string path)
        {
            foreach (var property in builder.GetType().GetProperties().Where(property => typeof(RequestBuilder).IsAssignableFrom(property.PropertyType)))
            {
                var keys = property.GetIndexParameters();
                if (keys.Length == 0)
                {
                    yield return ((RequestBuilder)property.GetValue(builder)!, property.Name);
                }
                else if (KeysFor(keys, property.PropertyType, path) is { } values)
                {
                    yield return ((RequestBuilder)property.GetValue(builder, values)!, property.Name);
                }
            }
            foreach (var way in builder.GetType().GetMethods().Where(way => typeof(RequestBuilder).IsAssignableFrom(way.ReturnType) && way.Name != "WithUrl" && !way.IsSpecialName))
            {
                if (KeysFor(way.GetParameters(), way.ReturnType, path) is { } values)
                {
                    yield return ((RequestBuilder)way.Invoke(builder, values)!, way.Name);
                }
            }
        }

        /// <summary>The values by the keys' names in the call's path; null where a key is of no such name.</summary>
        private object?[]? KeysFor(ParameterInfo[] parameters, Type target, string path)
        {
            var keys = (JsonObject?)given["path"] ?? new JsonObject();
            var names = parameters.Length == 1 && parameters[0].Name == "position" ? NamesOf(target, path) : parameters.Select(parameter => parameter.Name!).ToList();
            return names is not null && names.TrueForAll(keys.ContainsKey)
                ? names.Zip(parameters, (name, parameter) => Values.Of(keys[name], parameter.ParameterType)).ToArray()
                : null;
        }

        /// <summary>The name of the one key that the table of a call at the target, or below it, has last.</summary>
        private static List<string>? NamesOf(Type target, string path)
        {
            foreach (var field in target.GetFields(BindingFlags.NonPublic | BindingFlags.Static).Where(field => field.FieldType == typeof(CallShape)))
            {
                return [((CallShape)field.GetValue(null)!).Keys[^1].Name];
            }
            var below = target.GetProperties().Select(property => property.PropertyType)
                .Concat(target.GetMethods().Where(way => way.Name != "WithUrl").Select(way => way.ReturnType))
                .Where(type => typeof(RequestBuilder).IsAssignableFrom(type));
            return below.SelectMany(type => type.GetFields(BindingFlags.NonPublic | BindingFlags.Static))
                .Where(field => field.FieldType == typeof(CallShape))
                .Select(field => ((CallShape)field.GetValue(null)!).Keys.Select(key => key.Name).Take(1).ToList())
                .FirstOrDefault();
        }

        private object Configuration(Type action) => GetType().GetMethod(nameof(Configure), BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(action.GetGenericArguments()[0].GetGenericArguments()[0]).Invoke(this, [])!;

        private Action<RequestConfiguration<T>> Configure<T>()
            where T : QueryParameters, new() => configuration =>
        {
            configuration.ContentType = (string?)given["media type"];
            foreach (var (name, value) in (JsonObject?)given["other headers"] ?? new JsonObject())
            {
                configuration.Headers.Add(name, (string)value!);
            }
            var shapes = configuration.QueryParameters.Shapes;
            var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            for (var at = 0; at < shapes.Length; at++)
            {
                var place = shapes[at].Place.ToString().ToLowerInvariant();
                if (given[place] is JsonObject values && values.ContainsKey(shapes[at].Name))
                {
                    properties[at].SetValue(configuration.QueryParameters, Values.Of(values[shapes[at].Name], properties[at].PropertyType));
                }
            }
        };
    }

    /// <summary>The service of one case.</summary>
    private sealed class Played : HttpMessageHandler
    {
        private readonly Queue<JsonObject> _answers = new();

        public Played(JsonObject asked)
        {
            foreach (var step in new[] { asked }.Concat(((JsonArray?)asked["then"] ?? []).Select(each => (JsonObject)each!)))
            {
                if (step["answer"] is JsonObject answer)
                {
                    _answers.Enqueue(answer);
                }
            }
        }

        public JsonArray Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default);
            Sent.Add(new JsonObject
            {
                ["method"] = request.Method.Method,
                ["url"] = request.RequestUri!.OriginalString,
                ["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), (JsonNode?)string.Join(", ", header.Value)))),
                ["body"] = Convert.ToBase64String(body),
            });
            var answer = _answers.Dequeue();
            var content = (string?)answer["base64"] is { } bytes ? Convert.FromBase64String(bytes) : Encoding.UTF8.GetBytes((string?)answer["text"] ?? string.Empty);
            var response = new HttpResponseMessage((System.Net.HttpStatusCode)(int)answer["status"]!) { Content = new ByteArrayContent(content), RequestMessage = request };
            foreach (var (name, value) in (JsonObject?)answer["headers"] ?? new JsonObject())
            {
                if (!response.Headers.TryAddWithoutValidation(name, (string)value!))
                {
                    response.Content.Headers.Remove(name);
                    response.Content.Headers.TryAddWithoutValidation(name, (string)value!);
                }
            }
            return response;
        }
    }
}

/// <summary>JSON values as the types of the client, and back.</summary>
public static class Values
{
    public static object? Of(JsonNode? value, Type wanted)
    {
        var type = Nullable.GetUnderlyingType(wanted) ?? wanted;
        if (value is null)
        {
            return null;
        }
        if (type == typeof(JsonNode))
        {
            return value.DeepClone();
        }
        if (type == typeof(Stream))
        {
            return new MemoryStream(Convert.FromBase64String((string)value["base64"]!));
        }
        if (type == typeof(FilePart))
        {
            return new FilePart(Convert.FromBase64String((string)value["base64"]!), (string?)value["file name"], (string?)value["media type"]);
        }
        if (typeof(Model).IsAssignableFrom(type))
        {
            return Filled((Model)Activator.CreateInstance(type)!, (JsonObject)value);
        }
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            var list = (IList)Activator.CreateInstance(type)!;
            foreach (var item in (JsonArray)value)
            {
                list.Add(Of(item, type.GetGenericArguments()[0]));
            }
            return list;
        }
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            var map = (IDictionary)Activator.CreateInstance(type)!;
            foreach (var (name, item) in (JsonObject)value)
            {
                map[name] = Of(item, type.GetGenericArguments()[1]);
            }
            return map;
        }
        var raw = JsonText.Parse(value.ToJsonString());
        if (typeof(Union).IsAssignableFrom(type))
        {
            return Read(nameof(Codecs.Union), type, raw);
        }
        if (type.IsAssignableTo(typeof(IOpenEnum)))
        {
            return Activator.CreateInstance(type, (string)raw!);
        }
        if (type.GetInterfaces().Any(each => each.Name.StartsWith("IScalarEnum", StringComparison.Ordinal)))
        {
            return Read(nameof(Codecs.Scalar), type, raw);
        }
        return Primitive(type, raw!);
    }

    public static JsonNode? Json(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        Model model => JsonNode.Parse(model.ToJson()),
        Union union => union.ToJsonNode(),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(name => KeyValuePair.Create(name, Json(map[name])))),
        IList list when value is not byte[] => new JsonArray(list.Cast<object?>().Select(Json).ToArray()),
        _ => JsonNode.Parse(JsonText.Write(JsonValues.Wire(value))),
    };

    /// <summary>Sets the properties by their names on the wire, as a caller would; others go to the additional data.</summary>
    public static Model Filled(Model model, JsonObject values)
    {
        foreach (var (name, value) in values)
        {
            if (model.ModelInfo.Find(name) is { } shape)
            {
                var property = model.GetType().GetProperty(shape.Member)!;
                property.SetValue(model, Of(value, property.PropertyType));
            }
            else
            {
                model.AdditionalData[name] = value?.DeepClone()!;
            }
        }
        return model;
    }

    private static object? Read(string codec, Type type, object? raw)
    {
        var made = typeof(Codecs).GetMethod(codec)!.MakeGenericMethod(type).Invoke(null, [])!;
        return made.GetType().GetMethod("Read")!.Invoke(made, [raw]);
    }

    private static object Primitive(Type type, object raw)
    {
        foreach (var field in typeof(Primitives).GetFields().Where(field => field.FieldType.GetGenericArguments().FirstOrDefault() == type))
        {
            var read = (Delegate)field.FieldType.GetProperty("Read")!.GetValue(field.GetValue(null))!;
            var arguments = new[] { raw, null };
            if ((bool)read.DynamicInvoke(arguments)!)
            {
                return arguments[1]!;
            }
        }
        throw new InvalidOperationException($"no {type.Name}");
    }
}

/// <summary>Models read and set through their properties, by the names on the wire.</summary>
public static class Wire
{
    public static JsonObject Answered(JsonObject asked)
    {
        var model = SchemaTable.Find((string)asked["type"]!)!.Over((JsonMap)JsonText.Parse((string)asked["text"]!)!, isKept: false);
        var reads = ((JsonArray)asked["reads"]!).Select(read => (JsonNode)Read(model, (string)read!["at"]!)).ToArray();
        Set(model, (JsonArray?)asked["sets"] ?? []);
        return new JsonObject { ["becomes"] = model.ModelInfo.Name, ["reads"] = new JsonArray(reads), ["written"] = model.ToJson() };
    }

    public static JsonObject Made(JsonObject asked)
    {
        var model = SchemaTable.Find((string)asked["type"]!)!.New();
        Set(model, (JsonArray)asked["sets"]!);
        return new JsonObject { ["written"] = model.ToJson() };
    }

    private static void Set(Model model, JsonArray sets)
    {
        foreach (var set in sets)
        {
            Values.Filled(model, new JsonObject { [((string)set!["at"]!)[1..]] = set["value"]?.DeepClone() });
        }
    }

    private static JsonObject Read(Model model, string pointer)
    {
        object? value = model;
        foreach (var step in pointer.Split('/')[1..])
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            try
            {
                if (!Step(ref value, name))
                {
                    return new JsonObject { ["state"] = "absent" };
                }
            }
            catch (DecodeException)
            {
                return new JsonObject { ["state"] = "raw" };
            }
        }
        return Described(Inner(value));
    }

    private static bool Step(ref object? value, string name)
    {
        switch (Inner(value))
        {
            case Model holder when holder.ModelInfo.Find(name) is { } shape:
                var isThere = holder.IsSet(name);
                try
                {
                    value = holder.GetType().GetProperty(shape.Member)!.GetValue(holder);
                }
                catch (TargetInvocationException error)
                {
                    throw error.InnerException!;
                }
                return isThere;
            case Model holder:
                var others = holder.GetType().GetProperty("AdditionalProperties")?.GetValue(holder);
                if (others is null)
                {
                    return holder.AdditionalData.TryGetValue(name, out value!);
                }
                var arguments = new object?[] { name, null };
                try
                {
                    var found = (bool)others.GetType().GetMethod("TryGetValue")!.Invoke(others, arguments)!;
                    value = arguments[1];
                    return found;
                }
                catch (TargetInvocationException error)
                {
                    throw error.InnerException!;
                }
            case IDictionary map:
                value = map[name];
                return map.Contains(name);
            case IList list:
                value = list[int.Parse(name, CultureInfo.InvariantCulture)];
                return true;
            default:
                return false;
        }
    }

    /// <summary>What is in a union that is known, by the one accessor that has it.</summary>
    private static object? Inner(object? value)
    {
        if (value is not Union { IsKnown: true } union)
        {
            return value;
        }
        return Inner(union.GetType().GetProperties().Where(property => property.Name.StartsWith("As", StringComparison.Ordinal))
            .Select(property => property.GetValue(union)).First(inner => inner is not null));
    }

    private static JsonObject Described(object? value) => value switch
    {
        null => new JsonObject { ["state"] = "null" },
        Model model => new JsonObject { ["state"] = "model", ["type"] = model.ModelInfo.Name },
        Union or JsonNode => new JsonObject { ["state"] = "raw" },
        _ => new JsonObject { ["state"] = "value", ["value"] = Text(value) },
    };

    private static string Text(object value) => value switch
    {
        byte[] data => Convert.ToHexString(data).ToLowerInvariant(),
        _ when JsonValues.Wire(value) is { } raw && Scalars.Text(raw) is { } text => text,
        _ => value.ToString()!,
    };
}
