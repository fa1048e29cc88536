package dibs.bot.platform.slack.door;

import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Lets in what comes from where the app is installed, and tells Bolt who Dibs is there. Bolt's own check asks Slack again
 * every ten minutes while a person waits, and fails every command when Slack does not answer that.
 */
public final class Gate implements Middleware {
    /** What Slack asks of an address before and beside any workspace. */
    private static final Set<RequestType> ANYBODYS = Set.of(RequestType.UrlVerification, RequestType.SSLCheck);

    private final String botToken;
    private final Supplier<Optional<Installation>> installation;

    /** @param installation nothing until Slack has said so */
    public Gate(String botToken, Supplier<Optional<Installation>> installation) {
        this.botToken = botToken;
        this.installation = installation;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Bolt declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        if (ANYBODYS.contains(request.getRequestType())) {
            return chain.next(request);
        }
        Optional<Installation> known = installation.get();
        if (known.isEmpty()) {
            // An event is sent again, and its answer is read by nobody; a person reads it.
            return request.getRequestType() == RequestType.Event
                    ? Response.builder()
                            .statusCode(HttpStatus.SERVICE_UNAVAILABLE_503)
                            .build()
                    : says("Dibs is connecting to Slack: try again in a minute.");
        }
        Context context = request.getContext();
        if (!known.get()
                .includes(Optional.ofNullable(context.getTeamId()), Optional.ofNullable(context.getEnterpriseId()))) {
            return says("Dibs is not installed for this workspace: ask an administrator to install it here.");
        }
        context.setBotToken(botToken);
        context.setBotUserId(known.get().botUser());
        known.get().bot().ifPresent(context::setBotId);
        try {
            return chain.next(request);
        } catch (Malformed malformed) {
            return Response.builder()
                    .statusCode(400)
                    .contentType("text/plain; charset=utf-8")
                    .body(String.valueOf(malformed.getMessage()))
                    .build();
        }
    }

    /** Shown after a slash command, and read by nobody after an event. */
    private static Response says(String sentence) {
        return Response.builder()
                .statusCode(200)
                .contentType("text/plain; charset=utf-8")
                .body(sentence)
                .build();
    }
}
