"""One outcome a line, as the scene reads them."""
import sys


def check(title, body):
    """Runs a body; an exception is a failure."""
    try:
        body()
    except Exception as error:
        words = ' '.join(str(error).split()) or type(error).__name__
        print('FAIL %s: %s %s' % (title, type(error).__name__, words), flush=True)
        return
    print('PASS %s' % title, flush=True)


def equal(found, wanted):
    if found != wanted:
        raise AssertionError('found %r where %r was wanted' % (found, wanted))


def refused(kind, body, judge):
    """A body must end with an exception of this kind, which the judge looks at."""
    try:
        found = body()
    except kind as error:
        judge(error)
        return
    raise AssertionError('was not refused but gave %r' % (found,))


def done():
    print('DONE', flush=True)
    sys.exit(0)
