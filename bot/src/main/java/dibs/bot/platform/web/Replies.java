package dibs.bot.platform.web;

import dibs.bot.command.Answer;
import dibs.bot.reply.PlainText;
import dibs.bot.reply.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/** One response of the chat page, with the headers that every one of them has. */
final class Replies {
    /** Nothing from elsewhere, nothing inline, nobody else's frame: a slip in a renderer stays without effect. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Response response;
    private final Callback callback;
    private final boolean json;

    /** @param json whether refusals are for a program, and not for a person's eyes */
    Replies(Response response, Callback callback, boolean json) {
        this.response = response;
        this.callback = callback;
        this.json = json;
        response.getHeaders()
                .put("Content-Security-Policy", POLICY)
                .put("X-Content-Type-Options", "nosniff")
                .put("Referrer-Policy", "no-referrer")
                .put("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** The answer; {@code written} runs once all of it was written, and not when that fails. */
    void answer(Answer answer, Runnable written) {
        Reply reply = answer.reply();
        Map<String, Object> fields = new LinkedHashMap<>();
        reply.command().ifPresent(command -> fields.put("command", command));
        fields.put("outcome", reply.outcome().word());
        fields.put("text", PlainText.of(reply.blocks(), answer.reader()));
        fields.put("html", HtmlRenderer.of(reply.blocks(), answer.reader()));
        List<String> notices = answer.notices().stream()
                .map(notice -> HtmlRenderer.of(notice, answer.reader()))
                .toList();
        fields.put("notices", notices);
        send(HttpStatus.OK_200, "application/json", JsonMapper.shared().writeValueAsString(fields), after(written));
    }

    /** A refusal, with one sentence that says why. */
    void refuse(int status, String why) {
        if (json) {
            send(status, "application/json", JsonMapper.shared().writeValueAsString(Map.of("error", why)), callback);
        } else {
            send(status, "text/plain; charset=utf-8", why + "\n", callback);
        }
    }

    void refuseMethod(String allowed) {
        response.getHeaders().put(HttpHeader.ALLOW, allowed);
        refuse(HttpStatus.METHOD_NOT_ALLOWED_405, "This address understands " + allowed + " only.");
    }

    private void send(int status, String type, String body, Callback whenDone) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type).put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(response, true, body, whenDone);
    }

    private Callback after(Runnable written) {
        return new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                try {
                    written.run();
                } finally {
                    super.succeeded();
                }
            }

            @Override
            public InvocationType getInvocationType() {
                return InvocationType.BLOCKING; // it writes to the store
            }
        };
    }
}
