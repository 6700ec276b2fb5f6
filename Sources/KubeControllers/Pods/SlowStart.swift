import KubeAPI
import KubeModel

/// Does something `count` times in batches of 1, 2, 4, ...; a batch with an error is the last.
///
/// Thus a quota or a broken webhook is asked once, not 500 times.
/// Source: `pkg/controller/controller_utils.go`, `slowStartBatch`.
func slowStart(
    _ count: Int, api: inout APIServer, _ act: (Int, inout APIServer) throws(APIError) -> Void
) -> (successes: Int, error: APIError?) {
    var done = 0
    var successes = 0
    var batch = min(count, Timing.slowStartFirstBatch)
    while batch > 0 {
        var failure: APIError?
        for index in done..<done + batch {
            do {
                try act(index, &api)
                successes += 1
            } catch {
                failure = failure ?? error
            }
        }
        done += batch
        if failure != nil { return (successes, failure) }
        batch = min(2 * batch, count - done)
    }
    return (successes, nil)
}
