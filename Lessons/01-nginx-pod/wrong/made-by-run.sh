# fails: pod
# mistake: made-by-run
kubectl run nginx-pod --image=nginx --port=80
kubectl wait --for=condition=Ready pod/nginx-pod --timeout=60s
kubectl get pods -l run=nginx-pod
