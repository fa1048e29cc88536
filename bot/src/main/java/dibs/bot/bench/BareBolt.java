package dibs.bot.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The floor: an application of Bolt's that checks who asks, as Bolt does, and answers every command with the same word. */
final class BareBolt extends Handler.Abstract {
    static final String PATH = "/bare";

    /** What it answers. */
    static final String WORD = "yes";

    private final Slack slack;
    private final App app;
    private final SlackRequestParser parser;

    /** @param api the base address of the Web API */
    BareBolt(URI api, String token, String secret) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        this.slack = Slack.getInstance(config);
        this.app = new App(AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(token)
                .signingSecret(secret)
                .build());
        app.command(SlashCommands.BARE, (request, context) -> context.ack(WORD));
        app.start();
        this.parser = new SlackRequestParser(app.config());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).equals(PATH)) {
            return false;
        }
        Map<String, List<String>> headers = request.getHeaders().stream()
                .collect(Collectors.groupingBy(
                        HttpField::getName,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                        Collectors.mapping(HttpField::getValue, Collectors.toList())));
        var asked = parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri(PATH)
                .queryString(Map.of())
                .requestBody(Content.Source.asString(request, StandardCharsets.UTF_8))
                .headers(new RequestHeaders(headers))
                .remoteAddress(Request.getRemoteAddr(request))
                .build());
        var answer = app.run(asked);
        response.setStatus(answer.getStatusCode());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.getContentType());
        Content.Sink.write(response, true, answer.getBody(), callback);
        return true;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        app.stop();
        slack.close();
    }
}
