package dibs.bot.platform.slack.home;

import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dibs.backend.person.Account;
import dibs.bot.command.Overviews;
import dibs.bot.platform.slack.people.People;
import dibs.bot.platform.slack.people.SlackId;
import dibs.bot.platform.slack.people.Speaker;
import dibs.bot.platform.slack.send.Lanes;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The home tabs of whoever looked at theirs lately: drawn when they look, after each press, and when something changed; the
 * last at most once in five seconds each.
 */
public final class Homes {
    private static final Logger LOG = LoggerFactory.getLogger(Homes.class);
    private static final Duration LOOKS = Duration.ofMinutes(10);
    private static final Duration NEWS = Duration.ofMinutes(1);
    private static final Duration SPACING = Duration.ofSeconds(5);

    private final Overviews overviews;
    private final People people;
    private final SlackApi api;
    private final Lanes lanes;
    private final InstantSource clock;
    private final Map<SlackId, Onlooker> onlookers = new ConcurrentHashMap<>();
    private volatile int mark;

    public Homes(Overviews overviews, People people, SlackApi api, Lanes lanes, InstantSource clock) {
        this.overviews = overviews;
        this.people = people;
        this.api = api;
        this.lanes = lanes;
        this.clock = clock;
    }

    /**
     * Somebody who looks, or did a while ago.
     *
     * @param called the name that came along
     * @param looked when last, by opening it or by pressing on it
     * @param drawn when last
     * @param stale whether something changed since
     * @param news what came of their last press, and is shown for a minute
     * @param hash which of their home tabs Slack has, for as long as nobody else drew it
     */
    private record Onlooker(
            String called,
            Instant looked,
            Instant drawn,
            boolean stale,
            List<LayoutBlock> news,
            Instant newsAt,
            Optional<String> hash) {
        Onlooker outdated() {
            return new Onlooker(called, looked, drawn, true, news, newsAt, hash);
        }

        Onlooker drawn(Instant now) {
            return new Onlooker(called, looked, now, false, news, newsAt, hash);
        }

        Onlooker with(Optional<String> other) {
            return new Onlooker(called, looked, drawn, stale, news, newsAt, other);
        }

        List<LayoutBlock> newsAt(Instant now) {
            return now.isBefore(newsAt.plus(NEWS)) ? news : List.of();
        }
    }

    /** Somebody looks. */
    public void opened(SlackId id, String called) {
        look(id, called, List.of());
    }

    /** Whether that person looked lately. */
    public boolean isSeenBy(SlackId id) {
        return Optional.ofNullable(onlookers.get(id))
                .filter(it -> !isOver(it, clock.instant()))
                .isPresent();
    }

    /** Shows what came of a press, above all else. */
    public void show(SlackId id, String called, List<LayoutBlock> news) {
        look(id, called, news);
    }

    /** Something changed: it is drawn anew with the next {@link #refresh}. */
    public void changed() {
        onlookers.keySet().forEach(id -> onlookers.computeIfPresent(id, (same, it) -> it.outdated()));
    }

    /** Draws anew what is out of date, wherever the change was made; to be called every second or so. */
    public void refresh() {
        Instant now = clock.instant();
        onlookers.values().removeIf(it -> isOver(it, now));
        if (onlookers.isEmpty()) {
            return;
        }
        try {
            int is = overviews.mark();
            if (is != mark) {
                mark = is;
                changed();
            }
            onlookers.forEach((id, it) -> {
                if (it.stale() && !now.isBefore(it.drawn().plus(SPACING))) {
                    draw(id, it, it.hash());
                }
            });
        } catch (RuntimeException broken) {
            // Whatever it is, the next time comes soon.
            LOG.warn("home tabs could not be drawn", broken);
        }
    }

    private static boolean isOver(Onlooker it, Instant now) {
        return !now.isBefore(it.looked().plus(LOOKS));
    }

    private void look(SlackId id, String called, List<LayoutBlock> news) {
        Instant now = clock.instant();
        Onlooker onlooker = new Onlooker(called, now, now, false, news, now, Optional.empty());
        onlookers.put(id, onlooker);
        draw(id, onlooker, Optional.empty());
    }

    private void draw(SlackId id, Onlooker onlooker, Optional<String> hash) {
        Instant now = clock.instant();
        onlookers.computeIfPresent(id, (same, it) -> it.drawn(now));
        View view = view(id, onlooker, now);
        lanes.insist("home:" + id.user(), () -> publish(id, view, hash.orElse(null)))
                .thenAccept(sent -> {
                    switch (sent) {
                        case Sent.Done<ViewsPublishResponse> done -> drawn(id, done.result());
                        case Sent.Later<ViewsPublishResponse> later -> again(id, later.why());
                        case Sent.Refused<ViewsPublishResponse> refused -> again(id, refused.error());
                    }
                })
                .exceptionally(broken -> {
                    LOG.error("a home tab could not be drawn", broken);
                    return null;
                });
    }

    private View view(SlackId id, Onlooker onlooker, Instant now) {
        Speaker speaker = people.speaker(id, onlooker.called());
        Account account = new Account(speaker.account(), speaker.name(), speaker.zone());
        return HomeView.of(overviews.of(account, Optional.of(speaker.role())), onlooker.newsAt(now));
    }

    private Sent<ViewsPublishResponse> publish(SlackId id, View view, @Nullable String hash) {
        return api.call(methods ->
                methods.viewsPublish(it -> it.userId(id.user()).view(view).hash(hash)));
    }

    private void drawn(SlackId id, ViewsPublishResponse done) {
        Optional<String> hash = Optional.ofNullable(done.getView()).map(View::getHash);
        onlookers.computeIfPresent(id, (same, it) -> it.with(hash));
    }

    /** Another process may have drawn it: the next time without asking which one Slack has. */
    private void again(SlackId id, String why) {
        LOG.atInfo().addKeyValue("why", why).log("a home tab was not drawn");
        onlookers.computeIfPresent(id, (same, it) -> it.outdated().with(Optional.empty()));
    }
}
