package dibs.backend.environment;

import dibs.backend.environment.Resolution.Found;
import dibs.backend.environment.Resolution.How;
import dibs.backend.environment.Resolution.Several;
import dibs.backend.environment.Resolution.Unknown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What names mean. Built once for a catalog; safe for many threads. */
public final class Names {
    private static final int MAX_SAID = 200;
    private static final Set<Kind> WITH_BRANCHES = EnumSet.of(Kind.TREE, Kind.STAGING_REPO, Kind.SET, Kind.ROLE);

    private final Map<EnvironmentId, Environment> environments;
    private final Map<String, Catalog.Preference> prefer = new HashMap<>();
    private final NameIndex index;
    private final AddressIndex addresses;
    private final Nearest nearest;
    private final ReleaseSlots slots;

    Names(Map<EnvironmentId, Environment> environments, Map<String, Catalog.Preference> prefer, ReleaseSlots slots) {
        this.environments = environments;
        prefer.forEach((name, preference) -> this.prefer.put(key(name), preference));
        this.index = new NameIndex(environments.values());
        this.addresses = new AddressIndex(environments.values());
        this.nearest = new Nearest(environments.values());
        this.slots = slots;
    }

    /** The form in which names are compared: two texts with the same key are the same name. */
    public static String key(String name) {
        return NameKey.of(name);
    }

    /** What the text means to a command of that sense. A retired environment is found like any other. */
    public Resolution resolve(String text, Sense sense) {
        return known(text, sense).orElseGet(() -> new Unknown(said(text), suggestions(text, sense)));
    }

    /** How many of the leading words make the longest known name; 0 where none does. */
    public int longestKnown(List<String> words, Sense sense) {
        for (int count = joined(words); count > 0; count--) {
            if (known(String.join(" ", words.subList(0, count)), sense).isPresent()) {
                return count;
            }
        }
        return 0;
    }

    /** How many of the leading words may make one name: punctuation that stands alone ends it. */
    private int joined(List<String> words) {
        int most = Math.min(words.size(), Math.max(index.longest(), slots.longest()));
        int count = Math.min(most, 1);
        while (count < most && !key(words.get(count)).isEmpty()) {
            count++;
        }
        return count;
    }

    private Optional<Resolution> known(String text, Sense sense) {
        String key = key(text);
        Catalog.Preference preference = prefer.get(key);
        if (preference != null) {
            return Optional.of(preferred(text, key, preference, sense));
        }
        List<NameIndex.Meaning> meanings = index.best(key);
        List<Environment> service = index.ofService(key);
        if (meanings.size() == 1
                && !service.isEmpty()
                && isTree(meanings.getFirst().environment())) {
            return Optional.of(served(text, service, meanings.getFirst(), sense));
        }
        if (!meanings.isEmpty()) {
            return Optional.of(decided(
                    text,
                    meanings.getFirst().rank().how(),
                    meanings.stream().map(NameIndex.Meaning::environment).toList(),
                    sense));
        }
        return branched(text)
                .or(() -> covered(
                        text, How.ADDRESS, Address.of(text).map(addresses::find).orElse(Set.of()), sense))
                .or(() -> covered(text, How.SERVICE, service, sense))
                .or(() -> slots.find(key)
                        .map(slot -> new Found(slot, said(text), How.SLOT, Optional.empty(), Optional.empty())));
    }

    private static boolean isTree(Environment environment) {
        return environment.kind() == Kind.TREE;
    }

    /** A service and a tree have the name: people mean the service. The tree has its branches and its address. */
    private Resolution served(String text, List<Environment> service, NameIndex.Meaning tree, Sense sense) {
        List<Environment> present = service.stream().filter(Nearest::isThere).toList();
        if (present.isEmpty()) {
            return decided(text, tree.rank().how(), List.of(tree.environment()), sense);
        }
        if (present.size() == 1 && sense == Sense.THING) {
            return new Found(
                    present.getFirst(), said(text), How.SERVICE, Optional.empty(), Optional.of(tree.environment()));
        }
        List<Environment> covered = new ArrayList<>(present);
        covered.add(tree.environment());
        return decided(text, How.SERVICE, covered, sense);
    }

    private Resolution preferred(String text, String key, Catalog.Preference preference, Sense sense) {
        Environment thing = environments.get(preference.thing());
        Environment lease = environments.get(preference.lease());
        if (thing == null || lease == null) {
            throw new IllegalStateException("prefer: " + key + " leads to no environment");
        }
        Environment environment = sense == Sense.LEASE ? lease : thing;
        Optional<Environment> instead =
                sense == Sense.LEASE && !lease.equals(thing) ? Optional.of(thing) : Optional.empty();
        How how = index.how(key, environment).orElse(How.ALIAS);
        return new Found(environment, said(text), how, Optional.empty(), instead);
    }

    /** A tree with one of its branches, such as {@code firefox@beta}; likewise a staging release with its product. */
    private Optional<Resolution> branched(String text) {
        int at = separator(text);
        // Nothing may stand between: {@code staging-firefox @bob} names a person, not a branch.
        if (at < 1 || at >= text.length() - 1 || !isWord(text.charAt(at - 1)) || !isWord(text.charAt(at + 1))) {
            return Optional.empty();
        }
        String branch = TreeBranch.bare(text.substring(at + 1));
        List<NameIndex.Meaning> trees = index.best(key(text.substring(0, at)));
        if (branch.isEmpty() || trees.size() != 1) {
            return Optional.empty();
        }
        Environment tree = trees.getFirst().environment();
        How how = trees.getFirst().rank().how();
        return WITH_BRANCHES.contains(tree.kind())
                ? Optional.of(new Found(
                        tree, said(text), how, Optional.of(TreeBranch.asSpelled(branch, tree)), Optional.empty()))
                : Optional.empty();
    }

    /** Where the first {@code @} or colon is; the text's length where there is none. */
    private static int separator(String text) {
        int end = Math.min(text.length(), NameKey.MAX_TEXT);
        int at = 0;
        while (at < end && text.charAt(at) != '@' && text.charAt(at) != ':') {
            at++;
        }
        return at < end ? at : text.length();
    }

    private static boolean isWord(char letter) {
        return Character.isLetterOrDigit(letter);
    }

    private Optional<Resolution> covered(String text, How how, Collection<Environment> covered, Sense sense) {
        return covered.isEmpty() ? Optional.empty() : Optional.of(decided(text, how, covered, sense));
    }

    private Resolution decided(String text, How how, Collection<Environment> covered, Sense sense) {
        List<Environment> meant = narrowed(covered);
        if (meant.size() == 1) {
            Environment one = meant.getFirst();
            Optional<Environment> set = sense == Sense.LEASE ? index.setOf(one) : Optional.empty();
            return new Found(set.orElse(one), said(text), how, Optional.empty(), set.map(its -> one));
        }
        if (sense == Sense.LEASE) {
            Set<Environment> leasable = meant.stream()
                    .map(environment -> index.setOf(environment).orElse(environment))
                    .filter(Environment::leasable)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (leasable.size() == 1) {
                Environment one = leasable.iterator().next();
                Optional<Environment> other = meant.stream()
                        .filter(environment -> !environment.equals(one))
                        .findFirst();
                return new Found(one, said(text), how, Optional.empty(), other);
            }
        }
        return new Several(said(text), meant);
    }

    /** Without what another one of them stands for, and without what is gone where something is left. */
    private static List<Environment> narrowed(Collection<Environment> covered) {
        Set<EnvironmentId> stoodFor = new LinkedHashSet<>();
        covered.forEach(environment -> {
            stoodFor.addAll(environment.members());
            stoodFor.addAll(environment.parts());
        });
        List<Environment> standing = covered.stream()
                .filter(environment -> !stoodFor.contains(environment.id()))
                .toList();
        List<Environment> present = standing.stream().filter(Nearest::isThere).toList();
        return present.isEmpty() ? standing : present;
    }

    private List<EnvironmentId> suggestions(String text, Sense sense) {
        Optional<Address> address = Address.of(text);
        if (address.isPresent()) {
            List<EnvironmentId> neighbours = addresses.onHost(address.get()).stream()
                    .filter(Nearest::isThere)
                    .map(Environment::id)
                    .limit(Nearest.MOST)
                    .toList();
            if (!neighbours.isEmpty()) {
                return neighbours;
            }
        }
        int at = separator(text);
        return nearest.to(key(at == 0 ? text : text.substring(0, at)), sense);
    }

    private static String said(String text) {
        String said = text.strip();
        return said.length() > MAX_SAID ? said.substring(0, MAX_SAID) + "…" : said;
    }
}
