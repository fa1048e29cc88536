package dibs.bot.platform.web;

import dibs.backend.person.AccountId;
import dibs.bot.command.Answer;
import dibs.bot.command.Conversation;
import dibs.bot.command.Inbound;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chat page: {@code GET /chat} with its files below, and {@code POST /chat/messages}, which answers what was said.
 * It knows people by the name that they give.
 *
 * <p>A notice is marked as said once its answer was written: a line that breaks may say a notice twice, never not at all.
 */
public final class ChatPage extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ChatPage.class);
    private static final String PAGE = "/chat";
    private static final String MESSAGES = "/chat/messages";
    private static final int LONGEST_BODY = 64 * 1024;
    private static final int LONGEST_DROPPED = 1024 * 1024;
    private static final Set<String> READ = Set.of(HttpMethod.GET.asString(), HttpMethod.HEAD.asString());

    private final Conversation conversation;
    private final Visitors visitors;
    private final Map<String, Asset> assets = Map.of(
            PAGE,
            Asset.of("chat.html", "text/html; charset=utf-8"),
            "/chat/chat.css",
            Asset.of("chat.css", "text/css; charset=utf-8"),
            "/chat/chat.js",
            Asset.of("chat.js", "text/javascript; charset=utf-8"),
            "/chat/delivery.js",
            Asset.of("delivery.js", "text/javascript; charset=utf-8"),
            "/chat/icon.svg",
            Asset.of("icon.svg", "image/svg+xml"));

    /** @param loopback whether nobody but this machine reaches the page */
    public ChatPage(Conversation conversation, boolean loopback) {
        this.conversation = conversation;
        this.visitors = new Visitors(loopback);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        if (!path.equals("/") && !path.equals(PAGE) && !path.startsWith(PAGE + "/")) {
            return false;
        }
        Replies replies = new Replies(response, callback, path.equals(MESSAGES));
        if (path.equals(MESSAGES)) {
            messages(request, replies);
        } else {
            page(path, request, response, callback, replies);
        }
        return true;
    }

    private void page(String path, Request request, Response response, Callback callback, Replies replies) {
        Optional<String> stranger = visitors.refusal(request);
        boolean elsewhere = path.equals("/") || path.equals(PAGE + "/");
        Asset asset = assets.get(path);
        if (stranger.isPresent()) {
            replies.refuse(HttpStatus.FORBIDDEN_403, stranger.get());
        } else if (asset == null && !elsewhere) {
            replies.refuse(HttpStatus.NOT_FOUND_404, "There is no such page: the chat is at /chat.");
        } else if (!READ.contains(request.getMethod())) {
            replies.refuseMethod("GET, HEAD");
        } else if (asset == null) {
            response.setStatus(HttpStatus.FOUND_302);
            response.getHeaders().put(HttpHeader.LOCATION, PAGE);
            callback.succeeded();
        } else {
            asset.send(request, response, callback);
        }
    }

    private void messages(Request request, Replies replies) throws IOException {
        Optional<byte[]> body = body(request); // before any refusal: who still sends may not hear it
        Optional<String> stranger = visitors.refusal(request);
        if (stranger.isPresent()) {
            replies.refuse(HttpStatus.FORBIDDEN_403, stranger.get());
        } else if (!HttpMethod.POST.is(request.getMethod())) {
            replies.refuseMethod("POST");
        } else if (!isJson(request)) {
            replies.refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "Send messages as application/json.");
        } else if (body.isEmpty()) {
            replies.refuse(HttpStatus.PAYLOAD_TOO_LARGE_413, "That is too long: a message has 64 KiB at most.");
        } else {
            answer(Asked.read(body.get()), replies);
        }
    }

    private void answer(Asked asked, Replies replies) {
        switch (asked) {
            case Asked.Malformed malformed -> replies.refuse(HttpStatus.BAD_REQUEST_400, malformed.why());
            case Asked.Said said -> {
                Answer answer = conversation.answer(inbound(said));
                replies.answer(answer, () -> conversation.delivered(answer));
            }
        }
    }

    private static Inbound inbound(Asked.Said said) {
        AccountId account = AccountId.of("web", said.speaker().toLowerCase(Locale.ROOT));
        return new Inbound(said.id(), account, said.speaker(), said.zone(), account.value(), said.text());
    }

    private static boolean isJson(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null
                && type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip().equals("application/json");
    }

    /**
     * The whole body, or nothing when it is too long. What is somewhat too long is read and dropped; what is far too long
     * is not waited for.
     */
    private static Optional<byte[]> body(Request request) throws IOException {
        if (request.getLength() > LONGEST_DROPPED) {
            return Optional.empty();
        }
        try (InputStream stream = Content.Source.asInputStream(request)) {
            byte[] body = stream.readNBytes(LONGEST_BODY + 1);
            if (body.length <= LONGEST_BODY) {
                return Optional.of(body);
            }
            long dropped = stream.skip(LONGEST_DROPPED);
            LOG.debug("a message was too long by {} bytes or more", dropped + 1);
            return Optional.empty();
        }
    }
}
