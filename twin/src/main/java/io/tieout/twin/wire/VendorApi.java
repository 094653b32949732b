package io.tieout.twin.wire;

import java.util.List;

/// One vendor's HTTP interface, free of any server: a request in, an answer out.
public interface VendorApi {
    /// The word that stands for the vendor in the call log and in fault scripts.
    String vendor();

    /// The first part of the path, for example `/smartsheet`.
    String prefix();

    /// What the call does, in words; the first names it, the others name the items of a batch.
    List<String> operations(WireRequest request);

    /// Whether the call is meant to change business data.
    boolean mutating(WireRequest request);

    Answer handle(WireRequest request);

    /// An error in the vendor's own envelope, for fault scripts and for what nobody foresaw.
    Answer failure(int status, String errorCode, String message);
}
