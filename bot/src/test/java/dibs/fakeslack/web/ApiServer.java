package dibs.fakeslack.web;

import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Refusal;
import dibs.fakeslack.workspace.Team;
import dibs.fakeslack.workspace.Workspace;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The fake's own server: {@code /api/} and the response addresses, with the faults that were planned. */
public final class ApiServer extends Handler.Abstract implements AutoCloseable {
    /** The app, the same in every workspace. */
    public static final String APP_ID = "A0FAKE0001";

    private static final String RESPONSE_URL = "response_url";

    private record Hanging(Request request, Callback callback) {}

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Workspace workspace;
    private final Tokens tokens;
    private final Faults faults;
    private final Journal journal;
    private final Pace pace;
    private final Map<String, Endpoint> endpoints;
    private final ResponseUrlUse responses;
    private final CopyOnWriteArrayList<Hanging> hanging = new CopyOnWriteArrayList<>();

    /**
     * Starts listening on a free port of the loopback address.
     *
     * @param socketUrl makes an address to open a socket at, once
     */
    public ApiServer(
            Workspace workspace,
            Tokens tokens,
            Faults faults,
            Journal journal,
            Pace pace,
            Supplier<Optional<String>> socketUrl) {
        this.workspace = workspace;
        this.tokens = tokens;
        this.faults = faults;
        this.journal = journal;
        this.pace = pace;
        endpoints = Endpoint.all(socketUrl);
        responses = new ResponseUrlUse(workspace);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(this);
        try {
            server.start();
        } catch (Exception cause) {
            throw new IllegalStateException("the fake Slack could not start", cause);
        }
    }

    /** Its address, without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Ends all calls that hang, without an answer. */
    public void letGo() {
        List<Hanging> all = List.copyOf(hanging);
        hanging.removeAll(all);
        for (Hanging call : all) {
            Connections.reset(call.request(), call.callback());
        }
    }

    /** Stops listening. */
    @Override
    public void close() {
        letGo();
        try {
            server.stop();
        } catch (Exception cause) {
            throw new IllegalStateException("the fake Slack could not stop", cause);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        String method = path.startsWith("/api/") ? path.substring("/api/".length()) : RESPONSE_URL;
        Arguments arguments = Arguments.read(request);
        Optional<Fault> fault = faults.next(method, channel(method, path, arguments));
        if (fault.isPresent() && !done(fault.get())) {
            hold(fault.get(), request, callback);
            note(method, "", arguments, fault.get().toString());
            fail(fault.get(), request, response, callback);
            return true;
        }
        Reply reply = method.equals(RESPONSE_URL) ? responses.use(path, arguments) : call(method, arguments);
        fault.ifPresent(late -> hold(late, request, callback));
        note(method, reply.teamId(), arguments, fault.map(Fault::toString).orElse(reply.outcome()));
        if (fault.isPresent()) {
            fail(fault.get(), request, response, callback);
        } else {
            write(reply, response, callback);
        }
        return true;
    }

    private String channel(String method, String path, Arguments arguments) {
        return method.equals(RESPONSE_URL) ? responses.channel(path) : Json.text(arguments.json(), "channel");
    }

    private Reply call(String method, Arguments arguments) {
        return workspace.locked(() -> {
            Team team = null;
            Endpoint endpoint = endpoints.get(method);
            try {
                if (endpoint == null) {
                    throw new Refusal("unknown_method");
                }
                if (endpoint.kind() == Endpoint.Kind.APP) {
                    tokens.app(arguments.headerToken());
                } else if (endpoint.kind() == Endpoint.Kind.BOT) {
                    team = tokens.team(arguments.token());
                    if (!tokens.any(endpoint.scopes())) {
                        return Reply.missingScope(team, tokens.granted(), endpoint.scopes());
                    }
                    Optional<Duration> wait = pace.wait(method, arguments.json());
                    if (wait.isPresent()) {
                        return Reply.rateLimited(wait.get());
                    }
                }
                return Reply.of(answer(endpoint, team, arguments), team, tokens.granted(), endpoint.scopes());
            } catch (Refusal refusal) {
                return Reply.of(refusal, team, tokens.granted());
            }
        });
    }

    private ObjectNode answer(Endpoint endpoint, @Nullable Team team, Arguments arguments) throws Refusal {
        Team known = team == null ? workspace.teams().getFirst() : team;
        if (!arguments.problem().isEmpty()) {
            throw new Refusal(arguments.problem());
        }
        return endpoint.method().answer(new ApiCall(workspace, known, tokens, arguments.json()));
    }

    private void note(String method, String teamId, Arguments arguments, String outcome) {
        workspace.locked(() -> {
            journal.add(new Call(workspace.clock().instant(), method, teamId, arguments.json(), outcome));
            return outcome;
        });
    }

    private static boolean done(Fault fault) {
        return (fault instanceof Fault.Reset reset && reset.done())
                || (fault instanceof Fault.Hang hang && hang.done());
    }

    /** Before the call is in the journal: who reads of it there may let it go at once. */
    private void hold(Fault fault, Request request, Callback callback) {
        if (fault instanceof Fault.Hang) {
            hanging.add(new Hanging(request, callback));
        }
    }

    private void fail(Fault fault, Request request, Response response, Callback callback) throws Exception {
        switch (fault) {
            case Fault.RateLimited limited -> write(Reply.rateLimited(limited.retryAfter()), response, callback);
            case Fault.Refused refused ->
                write(Reply.of(new Refusal(refused.error()), null, tokens.granted()), response, callback);
            case Fault.Status status -> write(Reply.page(status.status(), status.body()), response, callback);
            case Fault.Reset ignored -> Connections.reset(request, callback);
            case Fault.Hang ignored -> {} // held before it was noted
        }
    }

    private static void write(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        Content.Sink.write(response, true, reply.body(), callback);
    }
}
