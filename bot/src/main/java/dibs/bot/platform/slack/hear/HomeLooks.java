package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dibs.bot.platform.slack.home.Homes;
import dibs.bot.platform.slack.people.SlackId;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whoever opens the home tab finds it as things are. */
final class HomeLooks {
    private static final Logger LOG = LoggerFactory.getLogger(HomeLooks.class);
    private static final String MESSAGES = "messages";

    private final Homes homes;
    private final Executor executor;

    HomeLooks(Homes homes, Executor executor) {
        this.homes = homes;
        this.executor = executor;
    }

    Response opened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
        AppHomeOpenedEvent event = payload.getEvent();
        if (!MESSAGES.equals(event.getTab())) {
            SlackId id = Ear.id(payload.getTeamId(), event.getUser());
            executor.execute(() -> draw(id));
        }
        return context.ack();
    }

    private void draw(SlackId id) {
        try {
            homes.opened(id, "");
        } catch (RuntimeException broken) {
            LOG.error("a home tab could not be drawn", broken);
        }
    }
}
