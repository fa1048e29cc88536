package dibs.bot;

import dibs.backend.catalog.MatrixSection;
import dibs.bot.platform.matrix.MatrixSettings;
import dibs.bot.platform.matrix.client.Access;
import dibs.bot.platform.matrix.client.UserId;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what is set for Matrix.
 *
 * @param values every setting by its name
 * @param faults where faults are added, a sentence each, by name and without what is secret
 */
record MatrixReading(Map<String, String> values, MatrixSection section, List<String> faults) {
    private static final String URL = "MATRIX_HOMESERVER_URL";
    private static final String TOKEN = "MATRIX_ACCESS_TOKEN";
    private static final String USER = "MATRIX_USER";
    private static final String PASSWORD = "MATRIX_PASSWORD";
    private static final String ROOMS = "MATRIX_ROOMS";
    private static final String CONTROL = "MATRIX_CONTROL_ROOM";
    private static final String SERVERS = "MATRIX_ALLOWED_SERVERS";

    private static final Pattern FULL_ID = Pattern.compile("@[^\\s:]{1,200}:[^\\s]{1,200}");
    private static final Pattern LOCAL = Pattern.compile("[^\\s:@]{1,200}");
    private static final Pattern ROOM = Pattern.compile("#[^\\s:]{1,200}:[^\\s]{1,200}|![^\\s]{1,254}");
    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9.\\-\\[\\]:]{1,230}");
    private static final Pattern SECRET = Pattern.compile("[^\\s\\p{Cntrl}]{1,4000}");

    /** How Dibs is on Matrix; nothing where nothing is set for it, or where that has faults. */
    Optional<MatrixSettings> read() {
        Secrets secrets = new Secrets(values, faults);
        Optional<String> token = secrets.read(TOKEN);
        Optional<String> password = secrets.read(PASSWORD);
        Optional<String> user = set(USER);
        Optional<URI> url = url();
        int before = faults.size();
        List<String> rooms = rooms(ROOMS);
        Optional<String> control = rooms(CONTROL).stream().findFirst();
        Set<String> servers = servers();
        boolean asked = token.isPresent() || password.isPresent() || user.isPresent() || set(URL).isPresent();
        if (!asked) {
            if (!rooms.isEmpty() || control.isPresent()) {
                faults.add(ROOMS + " and " + CONTROL + " are of no use without " + URL + " and " + TOKEN + ".");
            }
            return Optional.empty();
        }
        user(user, url.isPresent());
        Optional<Access.Proof> proof = proof(token, user, password);
        Optional<Access.Place> place = url.<Access.Place>map(Access.Place.At::new)
                .or(() -> user.filter(it -> FULL_ID.matcher(it).matches())
                        .map(id -> new Access.Place.Named(new UserId(id).server())));
        if (place.isEmpty() && set(URL).isEmpty()) {
            faults.add(URL + " is missing: the address of the homeserver, such as https://matrix.example.org; or set "
                    + USER + " to a full id such as @dibs:example.org, whose server says where it is.");
        }
        if (faults.size() > before || place.isEmpty() || proof.isEmpty()) {
            return Optional.empty();
        }
        Optional<UserId> self = user.filter(it -> FULL_ID.matcher(it).matches()).map(UserId::new);
        return Optional.of(new MatrixSettings(
                new Access(place.get(), proof.get(), self), rooms, control, servers, section.roles()));
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(it -> !it.isBlank());
    }

    private void user(Optional<String> user, boolean hasUrl) {
        boolean good = user.isEmpty()
                || FULL_ID.matcher(user.get()).matches()
                || (hasUrl && LOCAL.matcher(user.get()).matches());
        if (!good) {
            faults.add(USER + " is the full id of a user such as @dibs:example.org, and what is set is none.");
        }
    }

    private Optional<Access.Proof> proof(Optional<String> token, Optional<String> user, Optional<String> password) {
        if (token.isPresent() && password.isPresent()) {
            faults.add(TOKEN + " and " + PASSWORD + " are both set: keep the token.");
        } else if (token.isPresent()) {
            if (!SECRET.matcher(token.get()).matches()) {
                faults.add(TOKEN + " is one word, and what is set is none.");
            }
            return token.map(Access.Proof.Token::new);
        } else if (password.isPresent()) {
            if (user.isEmpty()) {
                faults.add(PASSWORD + " needs " + USER + " beside it.");
            }
            return user.map(name -> new Access.Proof.Password(name, password.get()));
        } else if (values.get(TOKEN + "_FILE") == null && values.get(PASSWORD + "_FILE") == null) {
            faults.add(TOKEN + " is missing; or " + PASSWORD + " beside " + USER + ".");
        }
        return Optional.empty();
    }

    private List<String> rooms(String name) {
        List<String> rooms = words(name);
        for (String room : rooms) {
            if (!ROOM.matcher(room).matches()) {
                faults.add(name + " has " + quoted(room)
                        + ", which is no alias such as #releng:example.org and no id such as !abc:example.org.");
            }
        }
        if (name.equals(CONTROL) && rooms.size() > 1) {
            faults.add(CONTROL + " is one room.");
        }
        return rooms;
    }

    private Set<String> servers() {
        List<String> servers = words(SERVERS);
        for (String server : servers) {
            if (!SERVER.matcher(server).matches()) {
                faults.add(SERVERS + " has " + quoted(server) + ", which is no name of a server such as example.org.");
            }
        }
        return Set.copyOf(servers);
    }

    private List<String> words(String name) {
        return Arrays.stream(values.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    private Optional<URI> url() {
        Optional<String> url = set(URL);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(url.get());
            boolean web = List.of("http", "https").contains(String.valueOf(uri.getScheme()));
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException malformed) {
            // said below, as for every other address that cannot be used
        }
        faults.add(URL + " is an address such as https://matrix.example.org, and not " + quoted(url.get()) + ".");
        return Optional.empty();
    }

    private static String quoted(String value) {
        String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
