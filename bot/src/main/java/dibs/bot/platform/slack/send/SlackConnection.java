package dibs.bot.platform.slack.send;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SDK, set up to call one address. A call that broke off is not made again behind Dibs' back, as the HTTP client would
 * by itself: Slack may have done it, and would post the message twice. Who calls knows whether that can be found out.
 */
public final class SlackConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackConnection.class);

    private final SlackConfig config = new SlackConfig();
    private final Slack slack;

    /** @param api the base address of the Web API, with a slash at its end */
    public SlackConnection(URI api) {
        config.setMethodsEndpointUrlPrefix(api.toString());
        config.setStatsEnabled(false);
        slack = Slack.getInstance(
                config,
                new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                        .newBuilder()
                        .retryOnConnectionFailure(false)
                        .build()));
    }

    /** The SDK itself. */
    public Slack slack() {
        return slack;
    }

    /** The Web API with that token. */
    public SlackApi api(String token) {
        return api(token, sent -> {});
    }

    /** The same, with who hears how each call came out. */
    public SlackApi api(String token, Consumer<Sent<?>> reach) {
        return new SlackApi(slack.methods(token), reach);
    }

    @Override
    public void close() {
        try {
            config.close();
        } catch (Exception broken) {
            LOG.warn("the connection to Slack was not closed well", broken);
        }
    }
}
