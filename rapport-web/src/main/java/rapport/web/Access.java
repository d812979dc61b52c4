package rapport.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import rapport.web.account.AccountsFile;

/**
 * How the server is reached, and by whom.
 *
 * @param listen address of this machine on which it listens
 * @param port 0 for a free one
 * @param url where people find it if that is not the address on which it listens, as {@link #findUrl} gives it
 * @param proxy who passes requests on; only its word on where one comes from is taken
 * @param accounts those who may sign in
 * @param random for what nobody may guess
 */
public record Access(
        InetAddress listen,
        int port,
        Optional<URI> url,
        Optional<InetAddress> proxy,
        AccountsFile accounts,
        SecureRandom random) {

    /** For this machine alone. */
    public static Access here(int port, AccountsFile accounts, SecureRandom random) {
        return new Access(InetAddress.getLoopbackAddress(), port, Optional.empty(), Optional.empty(), accounts, random);
    }

    /** As the address under which people find it: "https://rapport.example"; empty if that is none. */
    public static Optional<URI> findUrl(String given) {
        try {
            URI url = new URI(given);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean isBare = url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
            if (!scheme.matches("https?") || url.getHost() == null || !isBare) return Optional.empty();
            // browsers leave the usual port out
            int usual = scheme.equals("https") ? 443 : 80;
            String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
            return Optional.of(URI.create(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether others than this machine can reach it, so that it demands accounts in any case. */
    public boolean isOpen() {
        return !listen.isLoopbackAddress() || url.isPresent();
    }

    /** Whether people reach it by TLS, which is another program's work. */
    public boolean isSecure() {
        return url.filter(one -> "https".equals(one.getScheme())).isPresent();
    }

    /** Where it is to be opened. */
    String address(int atPort) {
        if (url.isPresent()) return url.get() + "/";
        String host = listen.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + atPort + "/";
    }

    // ---- what a request may say

    /**
     * Another name that leads here is how a foreign page reads a server that it cannot reach itself (DNS rebinding); a number cannot
     * be made to lead elsewhere.
     *
     * @param host as a request names it, in small letters
     */
    boolean isName(String host) {
        String name = host.replaceFirst(":\\d+$", "");
        if (name.equals("127.0.0.1") || name.equals("localhost") || name.equals("[::1]")) return true;
        return isOpen() && (name.matches("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]") || isOfUrl(host));
    }

    /**
     * Whether a page of this server is what sent a request.
     *
     * @param origin scheme, name and port, in small letters
     * @param host that the request names, in small letters
     */
    boolean isOwn(String origin, String host) {
        if (url.isPresent() && origin.equals(url.get().toString())) return true;
        boolean isWithoutTls = isSecure() && isOfUrl(host);
        return origin.equals("http://" + host) && !isWithoutTls;
    }

    private boolean isOfUrl(String host) {
        String name = host.replaceFirst(":\\d+$", "");
        return url.filter(one -> name.equals(one.getHost())).isPresent();
    }
}
