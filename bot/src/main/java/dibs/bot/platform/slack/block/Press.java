package dibs.bot.platform.slack.block;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dibs.backend.environment.EnvironmentId;
import dibs.bot.reply.Action;
import dibs.bot.reply.Action.About;
import dibs.bot.reply.Action.Ask;
import dibs.bot.reply.Action.Kind;
import dibs.bot.reply.Action.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a button carries, and what comes back when it is pressed. What it says was offered once; whether it may be done, and
 * by whom, is decided when it is pressed.
 *
 * @param index tells it from the others in its block
 * @param line the line that does it, with {@link Action#REASON} or {@link Action#PERSON} where something is asked first
 * @param about the lease that it was offered for
 */
public record Press(Kind kind, int index, String line, Ask ask, Optional<About> about) {
    private static final Pattern ACTION_ID = Pattern.compile("do:([a-z-]{1,20}):(0|[1-9]\\d?)");
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    /** What the button of that action carries. */
    public static Press of(Action action, int index) {
        return new Press(action.kind(), index, action.line(), action.ask(), action.about());
    }

    /** Whether an action id is one of these; others belong to somebody else. */
    public static boolean isPress(String actionId) {
        return actionId.startsWith("do:");
    }

    /**
     * What was pressed, or nothing when these are not the exact characters that such a button carries: damaged, forged, or
     * written by another version.
     */
    public static Optional<Press> read(String actionId, String value) {
        Matcher id = ACTION_ID.matcher(actionId);
        if (!id.matches() || value.length() > Limits.BUTTON_VALUE.most()) {
            return Optional.empty();
        }
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(it -> it.word().equals(id.group(1)))
                .findFirst();
        int index = Integer.parseInt(id.group(2));
        // Only what would be written again in the same way was written by us: nothing else has to be checked by name.
        return kind.flatMap(it -> parsed(it, index, value))
                .filter(press -> press.value().equals(value))
                .filter(Press::isSound);
    }

    /** The button's action id. */
    public String actionId() {
        return "do:" + kind.word() + ":" + index;
    }

    /** The button's value. */
    public String value() {
        JsonObject json = new JsonObject();
        json.addProperty("line", line);
        switch (ask) {
            case Ask.Nothing nothing -> {}
            case Ask.Reason reason -> json.addProperty("ask", "reason");
            case Ask.Person person -> json.addProperty("ask", "person");
            case Ask.Choice choice -> json.add("ask", options(choice));
        }
        about.ifPresent(it -> {
            json.addProperty("environment", it.environment());
            it.token().ifPresent(token -> json.addProperty("token", token));
        });
        return JSON.toJson(json);
    }

    private static JsonArray options(Ask.Choice choice) {
        JsonArray options = new JsonArray();
        for (Option option : choice.options()) {
            JsonObject json = new JsonObject();
            json.addProperty("label", option.label());
            json.addProperty("line", option.line());
            options.add(json);
        }
        return options;
    }

    private static Optional<Press> parsed(Kind kind, int index, String value) {
        try {
            JsonObject json = JsonParser.parseString(value).getAsJsonObject();
            Optional<About> about = Optional.ofNullable(json.get("environment"))
                    .map(environment -> new About(
                            new EnvironmentId(environment.getAsString()).value(),
                            Optional.ofNullable(json.get("token")).map(JsonElement::getAsLong)));
            return Optional.of(new Press(kind, index, text(json, "line"), ask(json.get("ask")), about));
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | IllegalArgumentException no) {
            return Optional.empty();
        }
    }

    private static Ask ask(@Nullable JsonElement ask) {
        if (ask == null) {
            return new Ask.Nothing();
        }
        if (!ask.isJsonArray()) {
            return ask.getAsString().equals("reason") ? new Ask.Reason() : new Ask.Person();
        }
        List<Option> options = new ArrayList<>();
        for (JsonElement option : ask.getAsJsonArray()) {
            JsonObject json = option.getAsJsonObject();
            options.add(new Option(text(json, "label"), text(json, "line")));
        }
        return new Ask.Choice(options);
    }

    private static String text(JsonObject json, String key) {
        JsonElement text = json.get(key);
        return text == null ? "" : text.getAsString();
    }

    /** Whether the token is one, and every line begins with the kind's command and is one line. */
    private boolean isSound() {
        boolean choices = !(ask instanceof Ask.Choice choice)
                || (!choice.options().isEmpty()
                        && choice.options().stream().allMatch(option -> isLineOfKind(option.line())));
        boolean token = about.flatMap(About::token).map(it -> it > 0).orElse(true);
        return choices && token && isLineOfKind(line);
    }

    private boolean isLineOfKind(String one) {
        boolean begins = one.equals(kind.command()) || one.startsWith(kind.command() + " ");
        return begins && one.codePoints().noneMatch(Character::isISOControl);
    }
}
