package io.tieout.console.frame;

/// One of several links of which one is taken, such as a filter or an order.
public record Choice(String label, String href, boolean taken, String count) {
    public Choice(String label, Address address, boolean taken) {
        this(label, address.toString(), taken, "");
    }
}
