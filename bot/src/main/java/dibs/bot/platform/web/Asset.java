package dibs.bot.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A file of the page, read once. A browser asks each time whether it has changed, so that a new version is never mixed. */
final class Asset {
    private static final int TAG_LENGTH = 32;

    private final byte[] bytes;
    private final String type;
    private final String tag;

    private Asset(byte[] bytes, String type) {
        this.bytes = bytes;
        this.type = type;
        this.tag = "\"" + digest(bytes) + "\"";
    }

    /** The file of that name, which is part of the program. */
    static Asset of(String name, String type) {
        try (InputStream file = Asset.class.getResourceAsStream("/dibs/web/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new Asset(file.readAllBytes(), type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void send(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.ETAG, tag);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        List<String> known = request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true);
        if (known.contains(tag)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
