package rapport.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Where a request comes from, as far as its rate is limited by it. */
final class Visitor {

    private static final String LITERAL = "[0-9.]{7,15}|[0-9a-fA-F.:]*:[0-9a-fA-F.:]*";
    private static final int LONGEST = 100; // characters
    private static final int NETWORK = 8; // bytes of an IPv6 address that a customer is given as a whole (RFC 6177)

    private Visitor() {}

    /**
     * @param proxy whose word is taken, and only for the address that itself has seen: what stands before that in its list anybody
     *     may have written
     */
    static String of(HttpServletRequest request, Optional<InetAddress> proxy) {
        String near = request.getRemoteAddr();
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        boolean isProxy = proxy.isPresent() && proxy.equals(find(near));
        if (!isProxy || forwarded.isEmpty()) return key(near);
        String last = forwarded.get(forwarded.size() - 1);
        return key(last.substring(last.lastIndexOf(',') + 1).strip());
    }

    private static String key(String address) {
        Optional<InetAddress> found = find(address);
        if (found.isEmpty()) return address.substring(0, Math.min(LONGEST, address.length()));
        byte[] bytes = found.get().getAddress();
        if (!(found.get() instanceof Inet6Address)) return Arrays.toString(bytes);
        return Arrays.toString(Arrays.copyOf(bytes, NETWORK));
    }

    /** Never asks for a name. */
    private static Optional<InetAddress> find(String address) {
        String bare = address.replaceAll("^\\[|]$", "");
        if (!bare.matches(LITERAL)) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
