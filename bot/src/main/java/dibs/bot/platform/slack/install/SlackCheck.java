package dibs.bot.platform.slack.install;

import com.slack.api.Slack;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dibs.backend.announcement.ConversationId;
import dibs.bot.platform.slack.SlackSettings;
import dibs.bot.platform.slack.door.Installation;
import dibs.bot.platform.slack.people.SlackId;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.platform.slack.send.SlackConnection;
import dibs.bot.reply.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks Slack whether the app is as Dibs needs it. Changes nothing there, and never shows a token. */
public final class SlackCheck {
    private static final String MEND = "under OAuth & Permissions, then install the app again";

    private final SlackSettings settings;
    private final Optional<URI> address;
    private final SlackApi api;
    private final List<Finding> findings = new ArrayList<>();

    private SlackCheck(SlackSettings settings, Optional<URI> address, SlackApi api) {
        this.settings = settings;
        this.address = address;
        this.api = api;
    }

    /**
     * Looks at everything that can be seen from outside.
     *
     * @param address where Dibs is reached from outside
     * @param homes where things are announced, of any platform
     */
    public static List<Finding> look(SlackSettings settings, Optional<URI> address, List<ConversationId> homes) {
        try (SlackConnection connection = new SlackConnection(settings.api())) {
            SlackCheck check = new SlackCheck(settings, address, connection.api(settings.botToken()));
            check.commands();
            check.ways(connection.slack());
            check.app(homes);
            return List.copyOf(check.findings);
        }
    }

    private void commands() {
        List<String> unknown = Manifest.unknown(settings.commands());
        if (unknown.isEmpty()) {
            good("registers /" + String.join(" /", settings.commands()));
        } else {
            fault("/" + String.join(" /", unknown) + " under slack: commands: mean nothing to Dibs: leave them out");
        }
    }

    /** How Slack's requests come here. */
    private void ways(Slack slack) {
        if (settings.appToken().isPresent()) {
            socket(slack, settings.appToken().get());
        }
        if (settings.signingSecret().isEmpty()) {
            return;
        }
        if (address.isPresent()) {
            unsure("requests have to come to " + Manifest.requests(address.get())
                    + "; whether they do cannot be told from here");
        } else {
            unsure(
                    "requests come over HTTP, but DIBS_URL is not set, so the address that Slack needs is not known here");
        }
    }

    private void socket(Slack slack, String token) {
        SlackApi app = new SlackApi(slack.methods(token), sent -> {});
        switch (app.call(methods -> methods.appsConnectionsOpen(it -> it.token(token)))) {
            case Sent.Done<?> done -> good("Socket Mode may be used");
            case Sent.Later<?> later -> unsure("Socket Mode cannot be looked at now: " + later.why());
            case Sent.Refused<?> refused ->
                fault("SLACK_APP_TOKEN opens no socket (" + refused.error()
                        + "): make an app-level token with the scope connections:write under Basic Information, and"
                        + " switch Socket Mode on");
        }
    }

    private void app(List<ConversationId> homes) {
        switch (api.call(methods -> methods.authTest(it -> it))) {
            case Sent.Done<AuthTestResponse> done -> {
                AuthTestResponse said = done.result();
                good("the app is installed in " + said.getTeam() + " (" + said.getTeamId() + ") as " + said.getUser());
                Installation installation = Installation.of(said);
                scopes(installation.scopes());
                groups();
                homes(installation.team(), homes);
            }
            case Sent.Later<AuthTestResponse> later ->
                fault("nobody answers at " + settings.api().getHost() + " (" + later.why()
                        + "): see whether this machine gets there, and SLACK_API_URL");
            case Sent.Refused<AuthTestResponse> refused ->
                fault(
                        "SLACK_BOT_TOKEN is not taken (" + refused.error()
                                + "): copy the Bot User OAuth Token from OAuth & Permissions; where none is shown, install the app");
        }
    }

    private void scopes(Set<String> granted) {
        if (granted.isEmpty()) {
            unsure("does not say which scopes the app has");
            return;
        }
        List<Scope> missing = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            if (granted.contains(scope.spelling())) {
                continue;
            }
            if (scope.isNeeded()) {
                missing.add(scope);
            } else {
                unsure("without the scope " + scope.spelling() + ", which not everybody wants: " + scope.without());
            }
        }
        if (missing.isEmpty()) {
            good("the app has every scope that it needs");
        }
        missing.forEach(scope ->
                fault("the scope " + scope.spelling() + " is missing: " + scope.without() + ". Add it " + MEND));
    }

    private void groups() {
        settings.roles()
                .forEach((role, ids) -> ids.stream()
                        .filter(id -> id.startsWith("S"))
                        .forEach(group -> {
                            switch (api.call(methods -> methods.usergroupsUsersList(it -> it.usergroup(group)))) {
                                case Sent.Done<?> done -> good("the user group " + group + " has the role " + role);
                                case Sent.Later<?> later ->
                                    unsure("the user group " + group + " cannot be looked at now: " + later.why());
                                case Sent.Refused<?> refused ->
                                    fault("the user group " + group + " for the role " + role + " cannot be read ("
                                            + refused.error()
                                            + "), so nobody has the role by it: correct slack: roles:");
                            }
                        }));
    }

    private void homes(String team, List<ConversationId> homes) {
        Homes look = new Homes(api, team);
        settings.channel().ifPresent(channel -> findings.add(look.at(channel, "SLACK_CHANNEL")));
        for (ConversationId home : homes) {
            if (!home.platform().equals(SlackId.PLATFORM)) {
                continue;
            }
            int colon = home.name().indexOf(':');
            if (colon < 0) {
                fault("announce: names " + home + ", and a channel is written slack:" + team + ":C0123456789");
            } else if (home.name().substring(0, colon).equals(team)) {
                findings.add(look.at(home.name().substring(colon + 1), "announce:"));
            } else {
                fault("announce: names " + home + ", which is in another workspace than " + team
                        + ": nothing is announced there");
            }
        }
    }

    private void good(String text) {
        findings.add(Finding.good("Slack: " + text));
    }

    private void unsure(String text) {
        findings.add(Finding.unsure("Slack: " + text));
    }

    private void fault(String text) {
        findings.add(Finding.fault("Slack: " + text));
    }
}
