package dibs.bot.platform.slack.send;

import dibs.backend.connection.ConnectionWatch;
import java.util.Set;
import java.util.function.Consumer;

/** Hears from each call whether Slack is there, and whether it takes the app's token. */
public final class Reach implements Consumer<Sent<?>> {
    /** Slack's words for a token that is good for nothing until an administrator does something. */
    private static final Set<String> OF_THE_TOKEN = Set.of(
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "org_login_required",
            "ekm_access_denied",
            "team_access_not_granted");

    private final ConnectionWatch watch;

    public Reach(ConnectionWatch watch) {
        this.watch = watch;
    }

    @Override
    public void accept(Sent<?> sent) {
        switch (sent) {
            case Sent.Done<?> done -> up();
            case Sent.Refused<?> refused -> {
                if (OF_THE_TOKEN.contains(refused.error())) {
                    watch.barred("Slack takes no calls with SLACK_BOT_TOKEN (" + refused.error()
                            + "): install the app again, give Dibs the new token and start it again.");
                } else {
                    up();
                }
            }
            case Sent.Later<?> later -> {
                if (later.why().equals(SlackApi.RATE_LIMITED)) {
                    up();
                } else {
                    watch.away(later.why() + "; it is tried again.");
                }
            }
        }
    }

    private void up() {
        watch.up("Slack answers.");
    }
}
