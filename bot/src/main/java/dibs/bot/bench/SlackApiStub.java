package dibs.bot.bench;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** As much of Slack's Web API as both contestants ask before they take a command: whose the token is, and who a user is. */
final class SlackApiStub extends Handler.Abstract {
    /** The workspace of everybody. */
    static final String TEAM = "T1";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String method = Request.getPathInContext(request).replaceFirst(".*/", "");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(
                response,
                true,
                switch (method) {
                    case "auth.test" ->
                        "{\"ok\":true,\"team_id\":\"" + TEAM + "\",\"user_id\":\"U0\",\"bot_id\":\"B0\"}";
                    case "users.info" ->
                        "{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"" + TEAM
                                + "\",\"name\":\"speaker\",\"tz\":\"UTC\",\"profile\":{}}}";
                    default -> "{\"ok\":false,\"error\":\"unknown_method\"}";
                },
                callback);
        return true;
    }
}
