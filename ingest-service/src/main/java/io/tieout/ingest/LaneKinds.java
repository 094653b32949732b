package io.tieout.ingest;

/// The kinds of lanes of this service, and what their keys are.
public final class LaneKinds {
    /// Reads rows; key: sheet.
    public static final String SHEET = "sheet";

    /// Compares a sheet's version; key: sheet.
    public static final String SWEEP = "sweep";

    /// Finds the sheets of a workspace; key: workspace.
    public static final String WORKSPACE = "workspace";

    /// Keeps the webhooks of all sheets alive; key: the Smartsheet connection.
    public static final String SUBSCRIPTION = "subscription";

    /// Follows the books; key: realm.
    public static final String REALM = "realm";

    /// Reads the books' own profit and loss; key: realm.
    public static final String PROFIT_AND_LOSS = "profit-and-loss";

    /// Reads who approved in the sheet; key: proposal.
    public static final String APPROVAL = "approval";

    /// Reads who may edit a sheet in which somebody decided; key: sheet.
    public static final String RIGHTS = "rights";

    /// Fetches PDFs; key: realm.
    public static final String PDF = "pdf";

    /// Fetches and reads what is attached to rows; key: sheet.
    public static final String ATTACHMENT = "attachment";

    /// Looks at all connections; key: `all`.
    public static final String CONNECTIONS = "connections";

    private LaneKinds() {}
}
