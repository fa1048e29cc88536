package dibs.bot.platform.slack.send;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's Web API with one token: every call comes out as {@link Sent}, and none throws. */
public final class SlackApi {
    private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);
    /** Slack's word for having been asked too often. */
    static final String RATE_LIMITED = "ratelimited";

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** Slack's words for a trouble of its own, which passes. */
    private static final Set<String> PASSING =
            Set.of(RATE_LIMITED, "internal_error", "fatal_error", "service_unavailable", "request_timeout");

    private final MethodsClient methods;
    private final Consumer<Sent<?>> reach;

    /** @param reach hears how each call came out */
    public SlackApi(MethodsClient methods, Consumer<Sent<?>> reach) {
        this.methods = methods;
        this.reach = reach;
    }

    /** One call. */
    public <T extends SlackApiTextResponse> Sent<T> call(Call<T> call) {
        Sent<T> sent = made(call);
        reach.accept(sent);
        return sent;
    }

    private <T extends SlackApiTextResponse> Sent<T> made(Call<T> call) {
        try {
            T response = call.on(methods);
            if (response.isOk()) {
                return new Sent.Done<>(response);
            }
            return failed(Optional.ofNullable(response.getError()).orElse("unknown_error"));
        } catch (SlackApiException refused) {
            return failed(refused);
        } catch (IOException unreachable) {
            LOG.debug("Slack was not reached", unreachable);
            return new Sent.Later<>(SOON, "Slack was not reached");
        } catch (Exception unreadable) {
            if (unreadable instanceof InterruptedException) {
                // Undeclared: the HTTP client is written in Kotlin.
                Thread.currentThread().interrupt();
                return new Sent.Later<>(SOON, "stopped while Slack was asked");
            }
            // The SDK throws whatever its JSON library does when half a body comes.
            LOG.warn("Slack's answer was not understood", unreadable);
            return new Sent.Later<>(SOON, "Slack's answer was not understood");
        }
    }

    private static <T> Sent<T> failed(String error) {
        return PASSING.contains(error) ? new Sent.Later<>(SOON, error) : new Sent.Refused<>(error);
    }

    private static <T> Sent<T> failed(SlackApiException refused) {
        int status = refused.getResponse().code();
        if (status == TOO_MANY) {
            return new Sent.Later<>(retryAfter(refused), RATE_LIMITED);
        }
        if (status >= SERVER_ERROR) {
            return new Sent.Later<>(SOON, "Slack answered " + status);
        }
        return Optional.ofNullable(refused.getError())
                .flatMap(error -> Optional.ofNullable(error.getError()))
                .<Sent<T>>map(SlackApi::failed)
                .orElseGet(() -> new Sent.Refused<>("http_" + status));
    }

    private static Duration retryAfter(SlackApiException refused) {
        String seconds =
                Optional.ofNullable(refused.getResponse().header("Retry-After")).orElse("");
        return seconds.matches("\\d{1,5}") ? Duration.ofSeconds(Math.max(1, Long.parseLong(seconds))) : SOON;
    }

    /** What is asked of Slack. */
    @FunctionalInterface
    public interface Call<T> {
        T on(MethodsClient methods) throws IOException, SlackApiException;
    }
}
