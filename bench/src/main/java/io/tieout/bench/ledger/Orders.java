package io.tieout.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Purchase orders: which document is of which, and how people write them in rows. Some are of
/// several documents, some rows leave theirs out, and some name another.
final class Orders {
    /// An order to one vendor for one project.
    record Order(String number, String vendor, String project) {}

    private static final int OPEN_MAX = 200;

    private final Random random;
    private final Noise noise;

    /// Those of which further documents are to come, once for each.
    private final List<Order> open = new ArrayList<>();

    private int last = 4000;

    Orders(Random random, Noise noise) {
        this.random = random;
        this.noise = noise;
    }

    /// The order of the next document; absent when it has none.
    @Nullable Order next(String vendor, String project) {
        if (random.nextDouble() >= noise.ordered) {
            return null;
        }
        if (!open.isEmpty() && (open.size() > OPEN_MAX || random.nextBoolean())) {
            return open.remove(random.nextInt(open.size()));
        }
        Order order = new Order(own(), vendor, project);
        if (random.nextDouble() < noise.sharedOrders) {
            for (int more = 1 + random.nextInt(3); more > 0; more--) {
                open.add(order);
            }
        }
        return order;
    }

    /// The number of an order of one document.
    String own() {
        last += 1 + random.nextInt(3);
        return "PO-" + last;
    }

    /// As the row of a document of that order says it.
    String written(String order) {
        if (order.isEmpty() || random.nextInt(4) == 0) {
            return "";
        }
        String number = order.substring(order.indexOf('-') + 1);
        if (random.nextDouble() < noise.wrongOrders) {
            return "PO-" + (random.nextBoolean() ? another(number) : number.substring(1) + "7");
        }
        return switch (random.nextInt(4)) {
            case 0 -> number;
            case 1 -> "po " + number;
            default -> order;
        };
    }

    /// Any number that was given out by now.
    private String another(String number) {
        String other = Integer.toString(4001 + random.nextInt(Math.max(1, last - 4000)));
        return other.equals(number) ? "999" + number : other;
    }
}
