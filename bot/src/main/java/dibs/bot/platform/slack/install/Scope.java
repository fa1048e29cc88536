package dibs.bot.platform.slack.install;

import java.util.Arrays;
import java.util.List;

/** What the app may do in a workspace, why it has to, and what stops without it. */
public enum Scope {
    COMMANDS(
            "commands",
            Need.ALWAYS,
            "slash commands and the message shortcut",
            "no slash command and no shortcut is offered"),
    MENTIONS("app_mentions:read", Need.ALWAYS, "hears `@Dibs …` in channels and threads", "mentions are not heard"),
    WRITE(
            "chat:write",
            Need.ALWAYS,
            "answers mentions and direct messages, announces, tells people what waits for them",
            "only slash commands and buttons are answered"),
    DIRECT(
            "im:write",
            Need.ALWAYS,
            "opens the direct message in which a person is told something",
            "nobody is told that something is free, offered or taken over"),
    DIRECT_HISTORY(
            "im:history",
            Need.ALWAYS,
            "hears direct messages; looks whether a person was told something already, where Slack took it and its"
                    + " answer was lost",
            "direct messages are not heard; who was told something just before a crash may be told twice"),
    PEOPLE(
            "users:read",
            Need.ALWAYS,
            "names, time zones, and who is a guest",
            "nobody counts as a full member, so people may only ask; hours are those of DIBS_TIMEZONE"),
    GROUPS(
            "usergroups:read",
            Need.ALWAYS,
            "who is in the user groups under `slack: roles:`",
            "nobody has a role by a user group"),
    PINS("pins:write", Need.ALWAYS, "pins the board of a home channel", "the board is posted, but not pinned"),
    CHANNELS_READ(
            "channels:read",
            Need.WISHED,
            "looks at a public home channel: its name, whether it is archived, whether other organisations read along",
            "`./dibs check` cannot tell whether public home channels are as they should be; the board shows no"
                    + " purposes unless `outsiders: false` says so; what a thread is told by *Ask Dibs* or by a button is"
                    + " names, holders, ends and verdicts, as if outsiders read along"),
    PRIVATE_READ(
            "groups:read",
            Need.WISHED,
            "the same of a private one",
            "`./dibs check` cannot tell whether private home channels are as they should be"),
    CHANNELS_HISTORY(
            "channels:history",
            Need.WISHED,
            "hears `!claim …` in public channels (with the event `message.channels`); finds its own announcement again "
                    + "after a crash",
            "`!claim` is not heard in public channels; an announcement may stand there twice after a crash"),
    PRIVATE_HISTORY(
            "groups:history",
            Need.WISHED,
            "the same in private ones (with the event `message.groups`)",
            "the same in private channels");

    private enum Need {
        ALWAYS,
        WISHED
    }

    private final String spelling;
    private final Need need;
    private final String why;
    private final String without;

    Scope(String spelling, Need need, String why, String without) {
        this.spelling = spelling;
        this.need = need;
        this.why = why;
        this.without = without;
    }

    /** Those that the manifest asks for. */
    public static List<Scope> needed() {
        return Arrays.stream(values())
                .filter(scope -> scope.need == Need.ALWAYS)
                .toList();
    }

    /** Slack's name of it. */
    public String spelling() {
        return spelling;
    }

    /** Whether the manifest asks for it; else a workspace adds it when it wants what it is for. */
    public boolean isNeeded() {
        return need == Need.ALWAYS;
    }

    /** What it is for. */
    public String why() {
        return why;
    }

    /** What does not work without it. */
    public String without() {
        return without;
    }
}
