package dibs.bot.platform.console;

import dibs.bot.command.Answer;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.PlainText;
import dibs.bot.reply.Reply;
import dibs.bot.reply.VerdictView;
import dibs.bot.reply.View;
import dibs.bot.reply.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON objects of one line; keys that do not apply are absent. */
final class JsonAnswers {
    private JsonAnswers() {}

    static String of(Answer answer) {
        Reply reply = answer.reply();
        Facts facts = reply.facts();
        View view = answer.reader().view();
        Map<String, Object> json = new LinkedHashMap<>();
        reply.command().ifPresent(command -> json.put("command", command));
        json.put("outcome", reply.outcome().word());
        facts.environment().ifPresent(id -> json.put("environment", id.value()));
        json.put("audience", reply.audience().word());
        json.put("text", PlainText.of(reply.blocks(), answer.reader()));
        facts.lease().ifPresent(lease -> json.put("lease", lease(lease, view)));
        facts.leases()
                .ifPresent(leases -> json.put(
                        "leases",
                        leases.stream().map(lease -> lease(lease, view)).toList()));
        facts.items()
                .ifPresent(items -> json.put(
                        "items", items.stream().map(item -> plain(item, view)).toList()));
        if (!answer.notices().isEmpty()) {
            List<String> notices = new ArrayList<>();
            answer.notices().forEach(notice -> notices.add(PlainText.of(List.of(notice), answer.reader())));
            json.put("notices", notices);
        }
        facts.suggestions()
                .ifPresent(ids -> json.put(
                        "suggestions", ids.stream().map(Object::toString).toList()));
        facts.untidied()
                .ifPresent(ids ->
                        json.put("untidied", ids.stream().map(Object::toString).toList()));
        facts.code().ifPresent(code -> json.put("code", code));
        facts.verdict().ifPresent(verdict -> json.put("verdict", verdict(verdict)));
        facts.health().ifPresent(health -> json.put("health", plain(health, view)));
        return escaped(JsonMapper.shared().writeValueAsString(json));
    }

    /** The same JSON with what would move a terminal or turn its text around as escapes: scripts read it as it was typed. */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (Visible.isHidden(point)) {
                for (char unit : Character.toChars(point)) {
                    escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static Map<String, Object> lease(LeaseView lease, View view) {
        Map<String, Object> json = new LinkedHashMap<>();
        lease.id().ifPresent(id -> json.put("id", id));
        json.put("environment", lease.environment());
        json.put("units", lease.units());
        json.put("holder", lease.holder());
        json.put("helpers", lease.helpers());
        lease.token().ifPresent(token -> json.put("token", token));
        json.put("since", lease.since().toString());
        json.put("until", lease.until().toString());
        lease.purpose().flatMap(purpose -> purpose.readBy(view)).ifPresent(purpose -> json.put("purpose", purpose));
        json.put("state", lease.state());
        return json;
    }

    private static Map<String, Object> verdict(VerdictView verdict) {
        Map<String, Object> json = new LinkedHashMap<>();
        verdict.id().ifPresent(id -> json.put("id", id));
        json.put("answer", verdict.answer());
        json.put("consumer", verdict.consumer());
        verdict.environment().ifPresent(it -> json.put("environment", it));
        verdict.access().ifPresent(it -> json.put("access", it));
        json.put("rules", verdict.rules());
        json.put("reasons", verdict.reasons());
        json.put("conditions", verdict.conditions());
        json.put("alternatives", verdict.alternatives());
        json.put("path", verdict.path());
        return json;
    }

    private static Object plain(Object item, View view) {
        return switch (item) {
            case LeaseView lease -> lease(lease, view);
            case Instant instant -> instant.toString();
            case List<?> several ->
                several.stream().map(one -> plain(one, view)).toList();
            case Map<?, ?> fields -> {
                Map<String, Object> json = new LinkedHashMap<>();
                fields.forEach((key, value) -> {
                    if (!(value instanceof Inline.Purpose purpose)) {
                        json.put(key.toString(), plain(value, view));
                    } else {
                        purpose.readBy(view).ifPresent(words -> json.put(key.toString(), words));
                    }
                });
                yield json;
            }
            default -> item;
        };
    }
}
