package dibs.backend.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verdict that was given, as it was given: it can be quoted by its id and shown again, whatever has changed since.
 *
 * @param id short, such as {@code v-7k3fq}
 * @param at when it was given
 * @param by whom it was given to, as shown to people
 * @param asked the question as it was understood, in words
 * @param access how it is used, where that was told
 * @param purpose what for, where that was told
 * @param policy the number of the policy's version in the store
 * @param facts what was told and presumed, by the fact's name
 * @param reasons why, in plain words, one for each rule
 * @param conditions the missing points with the verdict each way, and the obligations
 * @param path empty where nothing lies between
 * @param moment what held then: holder, health, gate, freeze; line by line
 */
public record Judgement(
        String id,
        Instant at,
        String by,
        String asked,
        Answer answer,
        String consumer,
        Optional<String> environment,
        Optional<String> access,
        Optional<String> purpose,
        int policy,
        Map<String, String> facts,
        List<String> rules,
        List<String> reasons,
        List<String> conditions,
        List<String> alternatives,
        List<String> path,
        List<String> moment) {
    public Judgement {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
        conditions = List.copyOf(conditions);
        alternatives = List.copyOf(alternatives);
        path = List.copyOf(path);
        moment = List.copyOf(moment);
    }
}
