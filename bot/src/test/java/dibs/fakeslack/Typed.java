package dibs.fakeslack;

import dibs.fakeslack.workspace.Conversation;
import dibs.fakeslack.workspace.Member;
import dibs.fakeslack.workspace.Workspace;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a person types into what Slack sends: names into ids, the three special characters into entities. */
final class Typed {
    private static final Pattern NAME = Pattern.compile("(?<![\\w/.])([@#])([\\w.-]*\\w)");

    private final Workspace workspace;
    private final String teamId;
    private final String botUserId;

    Typed(Workspace workspace, String teamId, String botUserId) {
        this.workspace = workspace;
        this.teamId = teamId;
        this.botUserId = botUserId;
    }

    /** As a command carries it, with names beside the ids, where the app asked for ids. */
    String command(String text, boolean escaped) {
        return escaped ? named(entities(text), true) : entities(text);
    }

    /** As a message carries it. */
    String message(String text) {
        return named(entities(text), false);
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String named(String text, boolean withName) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(link(found, withName)));
    }

    private String link(MatchResult found, boolean withName) {
        String name = found.group(2);
        if (found.group(1).equals("@")) {
            return user(name)
                    .map(id -> withName ? "<@" + id + "|" + name + ">" : "<@" + id + ">")
                    .orElse(found.group());
        }
        return workspace.conversations().stream()
                .filter(channel ->
                        channel.name().equals(name) && channel.teamId().equals(teamId))
                .map(Conversation::id)
                .findFirst()
                .map(id -> "<#" + id + "|" + name + ">")
                .orElse(found.group());
    }

    private Optional<String> user(String name) {
        if (name.equalsIgnoreCase("dibs")) {
            return Optional.of(botUserId);
        }
        return workspace.members().stream()
                .filter(member -> member.name().equals(name))
                .map(Member::id)
                .findFirst();
    }
}
